package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.Json;
import parley.testing.ManualTicker;

/** The calls that answer interactions themselves, without JDA. */
final class InteractionCallsTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;
    private static final String HIDDEN = "{\"flags\":64,\"content\":\"hush\"}";

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start(ticker)
                    .addGuild(GUILD, "Acme")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @BeforeEach
    void register() {
        client.call(
                "PUT",
                "applications/" + discord.applicationId() + "/commands",
                """
                [{"name": "ask", "description": "Asks", "options": [
                  {"type": 3, "name": "about", "description": "What", "autocomplete": true}]}]
                """);
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private Interaction asks() {
        return discord.command(ADA, CHANNEL, "ask", "", Map.of());
    }

    private HttpResponse<String> answers(Interaction to, String json) {
        String path = "interactions/%d/%s/callback".formatted(to.id(), token(to));
        return client.call("POST", path + "?with_response=true", json);
    }

    private static String token(Interaction to) {
        return to.payload().path("token").asText();
    }

    private String webhook(Interaction to, String below) {
        return "webhooks/" + discord.applicationId() + "/" + token(to) + below;
    }

    private String original(Interaction to) {
        return webhook(to, "/messages/@original");
    }

    private static String codeOf(HttpResponse<String> response) {
        return response.statusCode() + " " + RawClient.json(response).path("code").asInt();
    }

    @Test
    void answer_aMessage_isToldInTheResponse() {
        HttpResponse<String> response =
                answers(asks(), "{\"type\":4,\"data\":{\"content\":\"yes\"}}");
        JsonNode body = RawClient.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body.at("/interaction/response_message_loading").asBoolean()).isFalse();
        assertThat(body.at("/resource/type").asInt()).isEqualTo(4);
        assertThat(body.at("/resource/message/content").asText()).isEqualTo("yes");
        assertThat(body.at("/resource/message/type").asInt()).isEqualTo(20);
        assertThat(body.at("/resource/message/application_id").asLong())
                .isEqualTo(discord.applicationId());
    }

    @Test
    void answer_twice_isRefused() {
        Interaction asked = asks();
        answers(asked, "{\"type\":5}");

        assertThat(codeOf(answers(asked, "{\"type\":5}"))).isEqualTo("400 40060");
        assertThat(discord.violations()).extracting(Violation::rule).containsExactly("40060");
    }

    @Test
    void answer_late_isUnknown_andNobodysFault() {
        Interaction asked = asks();
        ticker.advance(Duration.ofSeconds(4));

        assertThat(codeOf(answers(asked, "{\"type\":5}"))).isEqualTo("404 10062");
        assertThat(codeOf(client.call("POST", webhook(asked, ""), HIDDEN))).isEqualTo("404 10015");
        assertThat(asked.failed()).isTrue();
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void answer_withAnotherToken_isUnknown() {
        Interaction asked = asks();
        String path = "interactions/" + asked.id() + "/other/callback";

        assertThat(codeOf(client.call("POST", path, "{\"type\":5}"))).isEqualTo("404 10062");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":6}",
                "{\"type\":7,\"data\":{\"content\":\"x\"}}",
                "{\"type\":8,\"data\":{\"choices\":[]}}",
                "{\"type\":1}",
                "{\"type\":5,\"data\":{\"flags\":32768}}",
                "{\"type\":9,\"data\":{\"custom_id\":\"m\",\"title\":\"t\",\"components\":[]}}"
            })
    void answer_thatDoesNotFit_isRefused(String json) {
        Interaction asked = asks();

        assertThat(codeOf(answers(asked, json))).isEqualTo("400 50035");
        assertThat(asked.acknowledged()).isFalse();
        assertThat(discord.violations()).hasSize(1);
    }

    @Test
    void answer_empty_isRefused() {
        assertThat(codeOf(answers(asks(), "{\"type\":4,\"data\":{}}"))).isEqualTo("400 50006");
        assertThat(discord.messages(CHANNEL)).isEmpty();
    }

    @Test
    void answer_tooLong_isRefused() {
        String data = Json.text(Json.object("content", "x".repeat(2_001)));

        assertThat(codeOf(answers(asks(), "{\"type\":4,\"data\":" + data + "}")))
                .isEqualTo("400 50035");
    }

    @Test
    void modal_withTooLongWords_isRefusedFieldByField() {
        JsonNode input =
                Json.object(
                        "type", 4, "custom_id", "x".repeat(101), "style", 1, "max_length", 5_000);
        JsonNode label = Json.object("type", 18, "label", "x".repeat(46), "component", input);
        JsonNode modal =
                Json.object(
                        "custom_id", "m", "title", "x".repeat(46), "components", Json.array(label));
        JsonNode body =
                RawClient.json(answers(asks(), Json.text(Json.object("type", 9, "data", modal))));

        assertThat(body.at("/errors/data/title/_errors")).hasSize(1);
        assertThat(body.at("/errors/data/components/0/label/_errors")).hasSize(1);
        assertThat(body.at("/errors/data/components/0/component/custom_id/_errors")).hasSize(1);
        assertThat(body.at("/errors/data/components/0/component/max_length/_errors")).hasSize(1);
    }

    @Test
    void choices_moreThan25_areRefused() {
        Interaction typed = discord.completes(ADA, CHANNEL, "ask", "", "about", "x");
        String choice = "{\"name\":\"a\",\"value\":\"b\"}";
        String many = (choice + ",").repeat(25) + choice;

        assertThat(codeOf(answers(typed, "{\"type\":8,\"data\":{\"choices\":[" + many + "]}}")))
                .isEqualTo("400 50035");
        assertThat(typed.choices()).isEmpty();
    }

    @Test
    void followUp_afterADeferredAnswer_completesItAndStaysHidden() {
        Interaction asked = asks();
        answers(asked, "{\"type\":5,\"data\":{\"flags\":64}}");
        client.post(webhook(asked, ""), "{\"content\":\"first\"}");
        JsonNode second = client.post(webhook(asked, ""), "{\"content\":\"second\"}");

        assertThat(asked.privateTexts()).containsExactly("first");
        assertThat(asked.publicTexts()).containsExactly("second");
        assertThat(second.path("type").asInt()).isEqualTo(19);
        assertThat(second.at("/interaction_metadata/original_response_message_id").isTextual())
                .isTrue();
        assertThat(discord.messages(CHANNEL)).hasSize(1);
    }

    @Test
    void followUp_beforeTheFirstAnswer_isUnknown() {
        assertThat(codeOf(client.call("POST", webhook(asks(), ""), HIDDEN))).isEqualTo("404 10015");
    }

    @Test
    void original_isReadEditedAndDeleted() {
        Interaction asked = asks();
        answers(asked, "{\"type\":4,\"data\":" + HIDDEN + "}");
        client.patch(original(asked), "{\"content\":\"changed\"}");

        assertThat(client.get(original(asked)).path("content").asText()).isEqualTo("changed");
        assertThat(client.get(original(asked)).path("flags").asInt()).isEqualTo(64);
        assertThat(asked.privateTexts()).containsExactly("changed");
        assertThat(client.delete(original(asked)).statusCode()).isEqualTo(204);
        assertThat(asked.texts()).isEmpty();
        assertThat(codeOf(client.call("PATCH", original(asked), HIDDEN))).isEqualTo("404 10008");
    }

    @Test
    void token_after15Minutes_isInvalid() {
        Interaction asked = asks();
        answers(asked, "{\"type\":5}");
        ticker.advance(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(codeOf(client.call("PATCH", original(asked), HIDDEN))).isEqualTo("401 50027");
        assertThat(asked.thinking()).isFalse();
    }

    @Test
    void openAnswer_canBeEditedAsAMessageToo_hiddenCannot() {
        Interaction open = asks();
        long shown =
                RawClient.json(answers(open, "{\"type\":4,\"data\":{\"content\":\"yes\"}}"))
                        .at("/resource/message/id")
                        .asLong();
        Interaction hidden = asks();
        long unseen =
                RawClient.json(answers(hidden, "{\"type\":4,\"data\":" + HIDDEN + "}"))
                        .at("/resource/message/id")
                        .asLong();
        String messages = "channels/" + CHANNEL + "/messages/";
        client.patch(messages + shown, RawClient.edit("no"));

        assertThat(open.publicTexts()).containsExactly("no");
        assertThat(codeOf(client.call("PATCH", messages + unseen, RawClient.edit("no"))))
                .isEqualTo("404 10008");
    }

    @Test
    void mentions_byDefault_areThoseOfUsers() {
        answers(asks(), "{\"type\":4,\"data\":{\"content\":\"<@7> @everyone\"}}");

        assertThat(discord.notified()).extracting(Notice::who).containsExactly("7");
        assertThat(discord.violations()).extracting(Violation::rule).containsExactly("pings");
    }
}
