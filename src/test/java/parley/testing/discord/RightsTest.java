package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.testing.discord.Permission.ATTACH_FILES;
import static parley.testing.discord.Permission.CREATE_PUBLIC_THREADS;
import static parley.testing.discord.Permission.MANAGE_THREADS;
import static parley.testing.discord.Permission.READ_MESSAGE_HISTORY;
import static parley.testing.discord.Permission.SEND_MESSAGES;
import static parley.testing.discord.Permission.SEND_MESSAGES_IN_THREADS;
import static parley.testing.discord.Permission.VIEW_CHANNEL;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RightsTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Acme")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        discord.close();
    }

    private static int code(HttpResponse<String> response) {
        return RawClient.json(response).path("code").asInt();
    }

    private int say(long channel) {
        return code(client.saying(channel, "x"));
    }

    private int begin(long message) {
        String path = "channels/" + CHANNEL + "/messages/" + message + "/threads";
        return code(client.call("POST", path, "{\"name\":\"Talk\"}"));
    }

    @Test
    void channel_hidden_deniesEverything() {
        long message = discord.says(ADA, CHANNEL, "Hello");
        discord.deny(CHANNEL, VIEW_CHANNEL);

        assertThat(say(CHANNEL)).isEqualTo(50_001);
        assertThat(begin(message)).isEqualTo(50_001);
        assertThat(client.get("channels/" + CHANNEL).path("code").asInt()).isEqualTo(50_001);
        assertThat(client.get("channels/" + CHANNEL + "/messages").path("code").asInt())
                .isEqualTo(50_001);
    }

    @Test
    void rights_taken_denyWhatTheyCover() {
        long message = discord.says(ADA, CHANNEL, "Hello");
        discord.deny(CHANNEL, SEND_MESSAGES, CREATE_PUBLIC_THREADS);

        assertThat(say(CHANNEL)).isEqualTo(50_013);
        assertThat(begin(message)).isEqualTo(50_013);
        discord.allow(CHANNEL, SEND_MESSAGES);
        assertThat(say(CHANNEL)).isZero();
    }

    @Test
    void history_withoutTheRight_isEmpty() {
        long message = discord.says(ADA, CHANNEL, "Hello");
        discord.deny(CHANNEL, READ_MESSAGE_HISTORY);

        assertThat(client.get("channels/" + CHANNEL + "/messages")).isEmpty();
        assertThat(client.get("channels/" + CHANNEL + "/messages/" + message).path("code").asInt())
                .isEqualTo(50_013);
    }

    @Test
    void overwrites_ofRoles_yieldToTheMembersOwn() {
        discord.denyRole(CHANNEL, GUILD, SEND_MESSAGES);
        assertThat(say(CHANNEL)).isEqualTo(50_013);
        discord.allow(CHANNEL, SEND_MESSAGES);
        assertThat(say(CHANNEL)).isZero();
    }

    @Test
    void roles_ofTheGuild_addUp() {
        discord.everyone(GUILD).botRole(GUILD, VIEW_CHANNEL, SEND_MESSAGES);
        assertThat(say(CHANNEL)).isZero();
        discord.botRole(GUILD, VIEW_CHANNEL);
        assertThat(say(CHANNEL)).isEqualTo(50_013);
        discord.everyone(GUILD, SEND_MESSAGES);
        assertThat(say(CHANNEL)).isZero();
        discord.botRole(GUILD, Permission.ADMINISTRATOR).deny(CHANNEL, ATTACH_FILES, VIEW_CHANNEL);
        assertThat(say(CHANNEL)).isZero();
    }

    @Test
    void thread_asksForItsOwnRight_inTheParent() {
        long thread =
                discord.startsThread(ADA, CHANNEL, discord.says(ADA, CHANNEL, "Hello"), "Talk");
        discord.deny(CHANNEL, SEND_MESSAGES);
        assertThat(say(thread)).isZero();
        discord.deny(CHANNEL, SEND_MESSAGES_IN_THREADS);
        assertThat(say(thread)).isEqualTo(50_013);
    }

    @Test
    void thread_archived_opensWithAMessage_unlessLocked() {
        long thread = discord.startsThread(ADA, CHANNEL, 0, "Talk");
        String mine =
                "channels/" + thread + "/messages/" + client.say(thread, "a").path("id").asText();
        discord.archives(thread, false);

        assertThat(client.patch(mine, RawClient.edit("b")).path("code").asInt()).isEqualTo(50_083);
        assertThat(say(thread)).isZero();
        assertThat(discord.thread(thread).orElseThrow().archived()).isFalse();
        discord.archives(thread, true);
        assertThat(say(thread)).isEqualTo(50_083);
        discord.allow(CHANNEL, MANAGE_THREADS);
        assertThat(say(thread)).isZero();
    }

    @Test
    void directMessages_closed_takeNothing() {
        long direct = discord.dmOf(ADA);
        assertThat(say(direct)).isZero();
        discord.closesDirectMessages(ADA);
        assertThat(say(direct)).isEqualTo(50_007);
    }

    @Test
    void token_unknown_isUnauthorized() {
        HttpResponse<String> refused =
                client.send(
                        HttpRequest.newBuilder(URI.create(discord.apiUrl() + "users/@me"))
                                .header("User-Agent", "DiscordBot (x, 1)")
                                .header("Authorization", "Bot nobody"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"message\":\"401: Unauthorized\",\"code\":0}");
    }
}
