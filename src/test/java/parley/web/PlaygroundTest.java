package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Inbound;
import parley.chat.Receipt;
import parley.testing.MemoryMessageLog;

final class PlaygroundTest {
    private final MemoryMessageLog log = new MemoryMessageLog();
    private final TestingPlayground playground = new TestingPlayground(log);
    private final String id = TestingPlayground.id();

    @AfterEach
    void close() {
        playground.close();
    }

    private JsonNode ask(String text) {
        return TestingPlayground.json(playground.say("general", id, "grace", text, ""));
    }

    private Inbound heard() throws InterruptedException {
        return playground.bot.heard().take();
    }

    @Test
    void say_atTheTop_beginsAThreadAndMentionsTheBot() throws InterruptedException {
        JsonNode answer = ask("Hello");

        assertThat(answer.get("receipt").asText()).isEqualTo("accepted");
        assertThat(heard())
                .isInstanceOfSatisfying(
                        Inbound.Mention.class,
                        mention -> {
                            assertThat(mention.thread()).hasToString("web/parley/general/" + id);
                            assertThat(mention.event().value()).isEqualTo(id);
                            assertThat(mention.author().name()).isEqualTo("Grace Hopper");
                        });
        assertThat(playground.thread("general", id)).hasSize(1);
    }

    @Test
    void say_sameRequestAgain_standsOnce() throws InterruptedException {
        ask("Hello");
        JsonNode again = ask("Hello");

        assertThat(again.get("receipt").asText()).isEqualTo("accepted");
        assertThat(playground.thread("general", id)).hasSize(1);
        assertThat(heard()).isEqualTo(heard());
    }

    @Test
    void say_replyWithoutMention_isHintedAt() {
        ask("Hello");
        var reply = playground.say("general", TestingPlayground.id(), "ada", "Indeed", id);

        assertThat(TestingPlayground.json(reply).get("hint").asText())
                .isEqualTo(
                        "Not addressed to Parley: mention @Parley to ask. /parley why tells more.");
    }

    /** Also to a browser that sends it again. */
    @ParameterizedTest
    @EnumSource(names = {"OVERLOADED", "REFUSED"})
    void say_backlogFull_takesTheMessageBackAndSaysSo(Receipt receipt) {
        playground.bot.willSay(Optional.of(receipt));
        HttpResponse<String> response = playground.say("general", id, "grace", "Hello", "");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(TestingPlayground.json(response).get("code").asText()).isEqualTo("overloaded");
        assertThat(playground.get("/api/channels/general/threads").body())
                .isEqualTo("{\"threads\":[]}");
    }

    @Test
    void say_storeDown_isUnavailableUntilSentAgain() {
        log.breakDown(true);
        HttpResponse<String> response = playground.say("general", id, "grace", "Hello", "");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("Try again in a moment.").doesNotContain("Exception");

        log.breakDown(false);
        assertThat(playground.say("general", id, "grace", "Hello", "").statusCode()).isEqualTo(200);
    }

    @Test
    void say_wrongThings_areRefusedInPlainWords() {
        assertThat(playground.say("general", id, "ada", " ", "").body())
                .contains("A message needs some text.");
        assertThat(playground.say("general", id, "ada", "x".repeat(40_001), "").body())
                .contains("at most 40,000 characters");
        assertThat(playground.say("nowhere", id, "ada", "x", "").statusCode()).isEqualTo(404);
        assertThat(playground.say("general", id, "eve", "x", "").statusCode()).isEqualTo(400);
        assertThat(playground.say("general", "1", "ada", "x", "").statusCode()).isEqualTo(400);
        assertThat(playground.say("general", id, "ada", "x", "gone").body())
                .contains("This thread is gone.");
        assertThat(playground.say("dm-ada", id, "grace", "x", "").statusCode()).isEqualTo(403);
    }

    @Test
    void amend_ownMessage_changesItAndIsHandedIn() throws InterruptedException {
        ask("Hello");
        heard();
        var response = playground.send("PUT", message(), change("grace", "Good morning"));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode message = playground.thread("general", id).get(0);
        assertThat(message.get("text").asText()).isEqualTo("Good morning");
        assertThat(message.get("edited").asBoolean()).isTrue();
        assertThat(heard())
                .isInstanceOfSatisfying(
                        Inbound.Edited.class,
                        edited -> assertThat(edited.text()).isEqualTo("Good morning"));
    }

    @Test
    void amend_anothersMessage_isRefused() {
        ask("Hello");

        assertThat(playground.send("PUT", message(), change("ada", "Bye")).statusCode())
                .isEqualTo(403);
        assertThat(playground.thread("general", id).get(0).get("text").asText()).isEqualTo("Hello");
    }

    @Test
    void withdraw_firstMessage_leavesItsPlaceWithoutItsText() throws InterruptedException {
        ask("Hello");
        heard();
        var response =
                playground.post(
                        message() + "/delete",
                        Map.of("id", TestingPlayground.id(), "author", "grace"));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode message = playground.thread("general", id).get(0);
        assertThat(message.get("deleted").asBoolean()).isTrue();
        assertThat(message.get("text").asText()).isEmpty();
        assertThat(heard()).isInstanceOf(Inbound.Deleted.class);
    }

    @Test
    void withdraw_messageThatIsGone_isHandedInAgain() throws InterruptedException {
        ask("Hello");
        heard();
        String path = "/api/channels/general/threads/" + id + "/messages/" + TestingPlayground.id();
        var response =
                playground.post(
                        path + "/delete", Map.of("id", TestingPlayground.id(), "author", "grace"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(heard()).isInstanceOf(Inbound.Deleted.class);
    }

    private String message() {
        return "/api/channels/general/threads/" + id + "/messages/" + id;
    }

    private static Map<String, String> change(String author, String text) {
        return Map.of("id", TestingPlayground.id(), "author", author, "text", text);
    }

    @Test
    void press_notAllowed_saysWhy() {
        var response =
                playground.post(
                        "/api/channels/general/threads/" + id + "/press",
                        Map.of(
                                "id",
                                TestingPlayground.id(),
                                "author",
                                "linus",
                                "button",
                                "retry",
                                "turn",
                                "T-1"));

        assertThat(TestingPlayground.json(response).get("notice").asText())
                .startsWith("Only Grace Hopper");
    }

    @Test
    void workspace_namesEverything() {
        JsonNode workspace = TestingPlayground.json(playground.get("/api/workspace"));

        assertThat(workspace.get("channels")).hasSize(10);
        assertThat(workspace.get("people").findValuesAsText("standing"))
                .containsExactly("admin", "member", "member", "member", "guest", "outsider");
        assertThat(workspace.get("people").findValuesAsText("home"))
                .containsOnly("", "Bletchley Park");
        assertThat(workspace.get("commands").get(0).get("usage").asText()).isEqualTo("/help");
        assertThat(workspace.get("offline").asBoolean()).isTrue();
    }
}
