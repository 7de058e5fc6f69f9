package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import parley.testing.MemoryMessageLog;

/** What an open page is told, and what it finds after a restart. */
final class LiveEventsTest {
    private static final String ANSWER = "The 😀 answer grows word by word.";

    private final MemoryMessageLog log = new MemoryMessageLog();
    private final String id = TestingPlayground.id();

    private static boolean isBot(JsonNode data) {
        return data.get("message").get("author").asText().isEmpty();
    }

    @Test
    void growingAnswer_arrivesAsPatches_andEndsWhole() {
        try (var playground = new TestingPlayground(log);
                EventReader page = playground.events()) {
            page.next("hello");
            playground.bot.willAnswer(ANSWER);
            assertThat(playground.say("general", id, "ada", "Hello", "").statusCode())
                    .isEqualTo(200);
            assertThat(page.next("status").data().get("words").asText()).isEqualTo("Thinking");

            playground.bot.grow(1);
            JsonNode first = page.next("message", LiveEventsTest::isBot).data().get("message");
            String text = first.get("text").asText();
            long rev = first.get("rev").asLong();
            assertThat(text).isEqualTo("The");
            playground.bot.grow(100);
            while (!text.equals(ANSWER)) {
                JsonNode patch = page.next("patch").data();
                assertThat(patch.get("base").asLong()).isEqualTo(rev);
                rev = patch.get("rev").asLong();
                text =
                        new TextPatch(patch.get("keep").asInt(), patch.get("tail").asText())
                                .apply(text);
            }
            JsonNode last = page.next("message", LiveEventsTest::isBot).data().get("message");
            assertThat(last.get("text").asText()).isEqualTo(ANSWER);
            assertThat(last.get("settled").asBoolean()).isTrue();
            assertThat(playground.thread("general", id).get(1).get("text").asText())
                    .isEqualTo(ANSWER);
        }
    }

    @Test
    void growingAnswer_isInTheLoadedThread() {
        try (var playground = new TestingPlayground(log);
                EventReader page = playground.events()) {
            playground.bot.willAnswer(ANSWER);
            assertThat(playground.say("general", id, "ada", "Hello", "").statusCode())
                    .isEqualTo(200);
            playground.bot.grow(2);
            JsonNode patch = page.next("patch").data();

            JsonNode shown = playground.thread("general", id).get(1);
            assertThat(shown.get("text").asText()).isEqualTo("The 😀");
            assertThat(shown.get("rev").asLong()).isEqualTo(patch.get("rev").asLong());
            assertThat(shown.get("buttons").get(0).asText()).isEqualTo("stop");
        }
    }

    @Test
    void restart_onTheSamePort_showsTheSame() {
        int port;
        JsonNode before;
        try (var playground = new TestingPlayground(log);
                EventReader page = playground.events()) {
            port = playground.server.port();
            playground.bot.willAnswer(ANSWER);
            assertThat(playground.say("general", id, "ada", "Hello", "").statusCode())
                    .isEqualTo(200);
            playground.bot.grow(3);
            page.next("patch");
            page.next("patch");
            before = texts(playground.thread("general", id));
        }
        try (var playground = new TestingPlayground(log, port);
                EventReader page = playground.events()) {
            page.next("hello");

            assertThat(texts(playground.thread("general", id))).isEqualTo(before);
            assertThat(before.toString()).contains("The 😀 answer");
        }
    }

    private static JsonNode texts(JsonNode messages) {
        return TestingPlayground.json(Json.write(messages.findValuesAsText("text")));
    }
}
