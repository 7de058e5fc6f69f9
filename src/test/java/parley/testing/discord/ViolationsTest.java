package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ViolationsTest {
    private static final long CHANNEL = 300;
    private static final long ADA = 7;
    private static final String MESSAGES = "channels/" + CHANNEL + "/messages";
    private static final String POLITE =
            "\"allowed_mentions\":{\"parse\":[]},\"nonce\":\"n\",\"enforce_nonce\":true";

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(100, "Acme")
                    .addMember(100, ADA, "Ada")
                    .addChannel(100, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    private void violated(String rule) {
        assertThat(discord.violations()).extracting(Violation::rule).containsExactly(rule);
    }

    private JsonNode write(String fields) {
        return client.post(MESSAGES, "{" + POLITE + "," + fields + "}");
    }

    private static String button(String label, String id) {
        return "{\"type\":2,\"style\":2,\"label\":\"%s\",\"custom_id\":\"%s\"}"
                .formatted(label, id);
    }

    private static String rows(int rows, int buttons) {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            all.append(row == 0 ? "" : ",").append("{\"type\":1,\"components\":[");
            for (int i = 0; i < buttons; i++) {
                all.append(i == 0 ? "" : ",").append(button("x", row + "." + i));
            }
            all.append("]}");
        }
        return "\"content\":\"x\",\"components\":[" + all + "]";
    }

    @Test
    void content_tooLong_isAFaultOfTheForm() {
        JsonNode refused = write("\"content\":\"" + "x".repeat(2_001) + "\"");

        assertThat(refused.path("code").asInt()).isEqualTo(50_035);
        assertThat(refused.at("/errors/content/_errors/0/code").asText())
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
        violated("50035");
        assertThat(write("\"content\":\"" + "x".repeat(2_000) + "\"").has("id")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"content\":5",
                "\"content\":\"x\",\"components\":7",
                "\"content\":\"x\",\"components\":[{\"type\":2}]",
                "\"content\":\"x\",\"components\":[{\"type\":1,\"components\":[]}]",
                "\"content\":\"x\",\"flags\":\"many\"",
                "\"content\":\"x\",\"embeds\":[{\"title\":\"%s\"}]",
            })
    void fields_ofTheWrongKind_areFaultsOfTheForm(String fields) {
        assertThat(write(fields.replace("%s", "t".repeat(257))).path("code").asInt())
                .isEqualTo(50_035);
        violated("50035");
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "1, 6"})
    void components_tooMany_areFaultsOfTheForm(int rows, int buttons) {
        assertThat(write(rows(rows, buttons)).path("code").asInt()).isEqualTo(50_035);
        assertThat(write(rows(5, 5)).has("id")).isTrue();
    }

    @Test
    void buttons_alikeOrTooLong_areFaultsOfTheForm() {
        String row = "\"content\":\"x\",\"components\":[{\"type\":1,\"components\":[%s]}]";

        assertThat(write(row.formatted(button("x", "a") + "," + button("y", "a"))).toString())
                .contains("COMPONENT_CUSTOM_ID_DUPLICATED");
        assertThat(write(row.formatted(button("l".repeat(81), "a"))).has("errors")).isTrue();
        assertThat(write(row.formatted(button("l", "a".repeat(101)))).has("errors")).isTrue();
        assertThat(write(row.formatted(button("l".repeat(80), "a".repeat(100)))).has("id"))
                .isTrue();
    }

    @Test
    void message_withNothingInIt_isRefused() {
        assertThat(write("\"content\":\" \\n \"").path("code").asInt()).isEqualTo(50_006);
        violated("50006");
    }

    @Test
    void message_ofAnother_isNotToBeEdited() {
        long message = discord.says(ADA, CHANNEL, "Mine");

        assertThat(
                        client.patch(MESSAGES + "/" + message, RawClient.edit("Yours"))
                                .path("code")
                                .asInt())
                .isEqualTo(50_005);
        violated("50005");
    }

    @Test
    void message_gone_isNoViolation() {
        long message = discord.says(ADA, CHANNEL, "Soon gone");
        discord.deletes(CHANNEL, message);
        String answer = RawClient.message("x");

        assertThat(client.get(MESSAGES + "/" + message).path("code").asInt()).isEqualTo(10_008);
        assertThat(client.say(9, "x").path("code").asInt()).isEqualTo(10_003);
        JsonNode refused =
                client.post(
                        MESSAGES,
                        answer.substring(0, answer.length() - 1)
                                + ",\"message_reference\":{\"message_id\":\"%d\"}}"
                                        .formatted(message));
        assertThat(refused.toString()).contains("REPLIES_UNKNOWN_MESSAGE");
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void create_withoutNonceOrAllowances_isNoted() {
        client.post(MESSAGES, "{\"content\":\"x\"}");

        assertThat(discord.violations())
                .extracting(Violation::rule)
                .containsExactly("no_nonce", "no_allowed_mentions");
    }

    @Test
    void edit_withoutAllowances_isNoted_unlessItLeavesTheContent() {
        String path = MESSAGES + "/" + client.say(CHANNEL, "x").path("id").asText();

        client.patch(path, "{\"components\":[]}");
        assertThat(discord.violations()).isEmpty();
        client.patch(path, "{\"content\":\"y\"}");
        violated("no_allowed_mentions");
    }

    @Test
    void routes_thatAreNone_areNoted() {
        client.get("channels/" + CHANNEL + "/nothing");
        assertThat(client.delete("users/@me").statusCode()).isEqualTo(405);

        assertThat(discord.violations()).extracting(Violation::rule).containsExactly("0", "0");
    }

    @Test
    void call_withoutTheAgentOfABot_isNoted() {
        client.send(
                HttpRequest.newBuilder(URI.create(discord.apiUrl() + "users/@me"))
                        .header("Authorization", "Bot " + discord.botToken()));
        violated("user_agent");
    }

    @Test
    void body_thatIsNoJson_isNoted() {
        assertThat(client.post(MESSAGES, "{\"content\":").path("code").asInt()).isEqualTo(50_109);
        violated("50109");
    }
}
