package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class ThreadsTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long FORUM = 301;
    private static final long ADA = 7;

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start(ticker)
                    .addGuild(GUILD, "Acme")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT)
                    .addChannel(GUILD, FORUM, "help", ChannelKind.FORUM);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    private JsonNode begin(long message) {
        return client.post(
                "channels/" + CHANNEL + "/messages/" + message + "/threads",
                "{\"name\":\"Talk\",\"auto_archive_duration\":1440}");
    }

    @Test
    void thread_fromAMessage_hasTheMessagesId() {
        long message = discord.says(ADA, CHANNEL, "Question");
        JsonNode thread = begin(message);

        assertThat(thread.path("id").asLong()).isEqualTo(message);
        assertThat(thread.path("type").asInt()).isEqualTo(11);
        assertThat(thread.path("parent_id").asLong()).isEqualTo(CHANNEL);
        assertThat(thread.at("/thread_metadata/auto_archive_duration").asInt()).isEqualTo(1_440);
        assertThat(thread.at("/member/user_id").asLong()).isEqualTo(discord.botId());
        JsonNode start = client.get("channels/" + CHANNEL + "/messages/" + message);
        assertThat(start.path("flags").asInt()).isEqualTo(Post.HAS_THREAD);
        assertThat(start.at("/thread/name").asText()).isEqualTo("Talk");
        JsonNode inThread = client.get("channels/" + message + "/messages");
        assertThat(inThread).hasSize(1);
        assertThat(inThread.at("/0/type").asInt()).isEqualTo(Post.THREAD_STARTER);
        assertThat(inThread.at("/0/referenced_message/content").asText()).isEqualTo("Question");
        assertThat(discord.messages(message)).isEmpty();
    }

    @Test
    void thread_begunTwice_isRefused_andAViolationAfterSuccess() {
        long message = discord.says(ADA, CHANNEL, "Question");
        discord.startsThread(ADA, CHANNEL, message, "Mine");
        assertThat(begin(message).path("code").asInt()).isEqualTo(160_004);
        assertThat(discord.violations()).isEmpty();

        long other = discord.says(ADA, CHANNEL, "Another");
        begin(other);
        assertThat(begin(other).path("code").asInt()).isEqualTo(160_004);
        assertThat(discord.violations())
                .extracting(Violation::rule)
                .containsExactly("thread_again");
        discord.botRestarts();
        begin(other);
        assertThat(discord.violations()).hasSize(1);
    }

    @Test
    void threads_tooMany_areRefused() {
        discord.mostThreads(GUILD, 1);
        long first = discord.says(ADA, CHANNEL, "One");
        begin(first);

        assertThat(begin(discord.says(ADA, CHANNEL, "Two")).path("code").asInt())
                .isEqualTo(160_006);
        discord.archives(first, false);
        assertThat(begin(discord.says(ADA, CHANNEL, "Three")).has("id")).isTrue();
    }

    @Test
    void threads_inAThreadOrForum_areRefused() {
        long post = discord.posts(ADA, FORUM, "Help", "It broke");

        assertThat(
                        client.post(
                                        "channels/" + post + "/messages/" + post + "/threads",
                                        "{\"name\":\"x\"}")
                                .path("code")
                                .asInt())
                .isEqualTo(50_024);
        assertThat(client.say(FORUM, "x").path("code").asInt()).isEqualTo(40_058);
        assertThat(client.say(post, "x").has("id")).isTrue();
        assertThat(discord.threads(FORUM)).extracting(ShownThread::name).containsExactly("Help");
    }

    @Test
    void thread_ofTheBot_isRenamedTwiceInTenMinutes() {
        long thread = discord.says(ADA, CHANNEL, "Question");
        begin(thread);
        String path = "channels/" + thread;

        client.patch(path, "{\"name\":\"One\"}");
        client.patch(path, "{\"name\":\"Two\"}");
        assertThat(client.patch(path, "{\"name\":\"Three\"}").path("retry_after").asInt())
                .isEqualTo(600);
        ticker.advance(Duration.ofMinutes(10));
        assertThat(client.patch(path, "{\"name\":\"Four\"}").path("name").asText())
                .isEqualTo("Four");
    }

    @Test
    void typing_lastsTenSeconds_orUntilAMessage() {
        client.call("POST", "channels/" + CHANNEL + "/typing", "");
        assertThat(discord.typing(CHANNEL)).isTrue();
        client.say(CHANNEL, "Here");
        assertThat(discord.typing(CHANNEL)).isFalse();

        client.call("POST", "channels/" + CHANNEL + "/typing", "");
        ticker.advance(Duration.ofSeconds(10));
        assertThat(discord.typing(CHANNEL)).isFalse();
    }

    @Test
    void guild_isTold_withItsChannelsAndActiveThreads() {
        long thread = discord.startsThread(ADA, CHANNEL, 0, "Talk");

        assertThat(client.get("users/@me/guilds").at("/0/id").asLong()).isEqualTo(GUILD);
        assertThat(client.get("guilds/" + GUILD + "/channels")).hasSize(2);
        assertThat(client.get("guilds/" + GUILD + "/threads/active").at("/threads/0/id").asLong())
                .isEqualTo(thread);
        assertThat(client.get("guilds/" + GUILD + "/members/" + ADA).at("/user/global_name"))
                .hasToString("\"Ada\"");
        assertThat(client.get("guilds/5").path("code").asInt()).isEqualTo(10_004);
    }
}
