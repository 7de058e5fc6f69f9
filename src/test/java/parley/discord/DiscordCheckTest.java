package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor says of what Discord answers, be it as it should or not. */
final class DiscordCheckTest {
    private final CannedDiscord discord = new CannedDiscord();

    DiscordCheckTest() {
        answers("users/@me", "{'id':'9','username':'parley','bot':true}");
        application("'flags':524288,'interactions_endpoint_url':null");
        servers("{'id':'1','name':'Acme'}");
        server("1", "Acme", DiscordPermission.invited());
        commands("{'name':'ask','type':1},{'name':'Ask Parley about this','type':3}");
        gateway(998);
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private void answers(String path, String json) {
        discord.answers(path, 200, json.replace('\'', '"'));
    }

    private void application(String fields) {
        answers("applications/@me", "{'id':'7','name':'Parley'," + fields + "}");
    }

    private void servers(String servers) {
        answers("users/@me/guilds", "[" + servers + "]");
    }

    private void commands(String commands) {
        answers("applications/7/commands", "[" + commands + "]");
    }

    private void gateway(int left) {
        answers(
                "gateway/bot",
                "{'url':'wss://gateway.discord.gg','session_start_limit':{'total':1000,"
                        + "'remaining':"
                        + left
                        + ",'reset_after':5400000,'max_concurrency':1}}");
    }

    /** A server with one channel, in which everyone may do that. */
    private void server(String id, String name, long permissions) {
        answers(
                "guilds/" + id,
                "{'id':'%s','name':'%s','owner_id':'3','roles':[{'id':'%s','permissions':'%d'}]}"
                        .formatted(id, name, id, permissions));
        answers("guilds/" + id + "/members/9", "{'user':{'id':'9'},'roles':[]}");
        answers("guilds/" + id + "/channels", "[{'id':'5','type':0,'name':'general'}]");
    }

    private String check(String name) {
        return check(name, discord.settings());
    }

    /** What the check of that name says, or throws. */
    private static String check(String name, DiscordSettings settings) {
        try (var check = new DiscordCheck(settings)) {
            return check.items().stream()
                    .filter(item -> item.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .check()
                    .get();
        }
    }

    @Test
    void setUp_asTheReadmeSays_isWellAndNothingIsChanged() {
        assertThat(check("discord")).isEqualTo("@parley (9) of the application Parley");
        assertThat(check("intents")).isEqualTo("Message Content is on");
        assertThat(check("servers")).isEqualTo("Acme");
        assertThat(check("permissions")).isEqualTo("complete in 1 channel of 1 server");
        assertThat(check("commands")).isEqualTo("/ask, Ask Parley about this");
        assertThat(check("gateway")).isEqualTo("998 of 1000 starts left today");
        assertThat(discord.calls()).allMatch(call -> call.startsWith("GET "));
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 18, 1L << 19, 1L << 18 | 1L << 13})
    void messageContent_onByReviewOrBecauseSmall_isWell(long flags) {
        application("'flags':" + flags);

        assertThat(check("intents")).isEqualTo("Message Content is on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'flags':0", "'flags':155648", "'description':''"})
    void messageContent_off_saysWhatIsLostAndWhereToSwitchItOn(String fields) {
        application(fields);

        assertThat(check("intents"))
                .contains(
                        "follow-ups in threads without a mention",
                        "replies without a ping",
                        "https://discord.com/developers/applications/7/bot");
    }

    @Test
    void noServer_printsTheInviteLink() {
        servers("");

        assertThatThrownBy(() -> check("servers"))
                .hasMessageContaining(
                        "https://discord.com/oauth2/authorize?client_id=7"
                                + "&scope=bot+applications.commands&permissions="
                                + DiscordPermission.invited())
                .hasMessageNotContaining("Code Grant");
        assertThat(check("permissions")).isEqualTo("none to look at without a server");
    }

    @Test
    void noServer_andALinkThatCannotWork_saysWhatToSwitchOff() {
        servers("");
        application("'bot_require_code_grant':true");

        assertThatThrownBy(() -> check("servers"))
                .hasMessageContaining("switch off Requires OAuth2 Code Grant")
                .hasMessageContaining("client_id=7");
    }

    @Test
    void manyServers_areNamedAndLookedAtUpToABound() {
        List<String> servers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            servers.add("{'id':'%d','name':'S%d'}".formatted(i, i));
            server("" + i, "S" + i, DiscordPermission.invited());
        }
        servers(String.join(",", servers));

        assertThat(check("servers")).isEqualTo("S0, S1, S2, S3, S4 and 19 more");
        assertThat(check("permissions"))
                .isEqualTo(
                        "complete in 20 channels of 20 servers; 4 more servers were not looked at");
    }

    @Test
    void missingPermissions_areEachNamedWithTheirChannelAndPurpose() {
        server(
                "1",
                "Acme",
                DiscordPermission.invited()
                        & ~DiscordPermission.READ_MESSAGE_HISTORY.mask()
                        & ~DiscordPermission.SEND_MESSAGES_IN_THREADS.mask());

        assertThatThrownBy(() -> check("permissions"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "missing in Acme #general: Read Message History, Send Messages in Threads.")
                .hasMessageContaining("Send Messages in Threads is for answering in threads")
                .hasMessageNotContaining("Attach Files");
    }

    @Test
    void missingFiles_areSaidButNoFault() {
        server("1", "Acme", DiscordPermission.invited() & ~DiscordPermission.ATTACH_FILES.mask());

        assertThat(check("permissions"))
                .isEqualTo(
                        "enough in 1 channel of 1 server, but missing in Acme #general: Attach"
                                + " Files. Attach Files is for giving code and very long answers"
                                + " as files");
    }

    @Test
    void commands_beforeTheFirstStart_areNoFault() {
        commands("");

        assertThat(check("commands")).isEqualTo("none yet; Parley registers them when it starts");
    }

    @Test
    void interactions_sentElsewhere_areAFault() {
        application("'interactions_endpoint_url':'https://old.example/discord'");

        assertThatThrownBy(() -> check("commands"))
                .hasMessageContaining("https://old.example/discord")
                .hasMessageContaining("Empty Interactions Endpoint URL");
    }

    @Test
    void gateway_withoutStartsLeft_saysHowLongToWait() {
        gateway(0);

        assertThatThrownBy(() -> check("gateway")).hasMessageContaining("Wait 90 minutes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{\"message\":\"401: Unauthorized\",\"code\":0}|Discord does not know DISCORD_BOT_TOKEN. Press Reset Token",
                "403|{\"message\":\"Missing Access\",\"code\":50001}|Discord refuses with status 403 (Missing Access).",
                "404|<html>nobody here</html>|Discord does not know this call. Look at DISCORD_API_URL.",
                "429|{\"message\":\"You are being rate limited.\",\"retry_after\":7.5}|Discord asks to wait 8 seconds.",
                "429|{\"retry_after\":5400}|Discord asks to wait 90 minutes.",
                "429|error code: 1015|Discord asks to wait 1 second.",
                "502|<html>bad gateway</html>|Look at the network, the proxy and DISCORD_API_URL.",
                "200|<html>a login page</html>|Look at the network, the proxy and DISCORD_API_URL.",
                "200|{\"hello\":\"world\"}|what answers at DISCORD_API_URL is not Discord.",
            })
    void otherAnswers_areSaidInPlainWordsWithoutTheToken(int status, String body, String words) {
        discord.answers("users/@me", status, body);

        assertThatThrownBy(() -> check("discord"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("very-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "intents", "servers", "permissions", "commands", "gateway"})
    void nobodyThere_isSaidByEachCheck(String name) {
        DiscordSettings settings = discord.settings();
        discord.close();

        assertThatThrownBy(() -> check(name, settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Discord cannot be reached")
                .hasMessageContaining("the proxy and DISCORD_API_URL")
                .hasMessageNotContaining("very-secret");
    }

    @Test
    void wrongToken_isSaidOnceAndNotTriedAgain() {
        discord.answers("users/@me", 401, "{}");
        try (var check = new DiscordCheck(discord.settings())) {
            List<DiscordCheck.Item> items = check.items();

            assertThatThrownBy(() -> items.get(0).check().get())
                    .hasMessageContaining("DISCORD_BOT_TOKEN");
            for (DiscordCheck.Item item : items.subList(1, items.size())) {
                assertThatThrownBy(() -> item.check().get())
                        .hasMessage("not looked at, because of the fault above");
            }
        }
        assertThat(discord.calls()).hasSize(1);
    }
}
