package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.PlaygroundClient;
import parley.testing.PlaygroundClient.Shown;
import parley.testing.RecordedRequest;

/** What a thread is: one conversation, in order, whole. */
final class ThreadJourneyTest extends Journey {
    @Test
    void threeQuestions_eachRequestBeginsWithTheOneBefore() {
        String root = askAndWait("First?");
        client().reply(GENERAL, root, "ada", "Second?");
        answer(root, 2);
        client().reply(GENERAL, root, "ada", "Third?");
        answer(root, 3);

        List<RecordedRequest> requests = claude.requests();
        assertThat(requests).hasSize(3);
        String second = withoutMarks(requests.get(1));
        String third = withoutMarks(requests.get(2));
        String shared = second.substring(0, second.indexOf("}],\"model\""));
        assertThat(shared).contains("First?").contains("answer 1").contains("Second?");
        assertThat(third).startsWith(shared);
        assertThat(third).contains("answer 2").contains("Third?");
        assertThat(third.substring(third.indexOf("\"model\"")))
                .isEqualTo(second.substring(second.indexOf("\"model\"")));
    }

    private static String withoutMarks(RecordedRequest request) {
        String mark = "\"cache_control\":{\"type\":\"ephemeral\"}";
        return request.text().replace("," + mark, "").replace(mark + ",", "");
    }

    @Test
    void request_cacheMarks_areOnSystemAndNewestMessage() {
        String root = askAndWait("First?");
        client().reply(GENERAL, root, "ada", "Second?");
        answer(root, 2);

        JsonNode request = claude.requests().get(1).json();
        assertThat(request.findParents("cache_control")).hasSize(2);
        assertThat(request.path("system").path(0).has("cache_control")).isTrue();
        JsonNode newest = request.path("messages").path(2).path("content").path(0);
        assertThat(newest.has("cache_control")).isTrue();
        assertThat(newest.path("text").asText()).contains("Second?");
    }

    @Test
    void longAnswer_withCodeAndTables_isShownToTheCharacter() {
        String text = longAnswer();
        assertThat(text).hasSizeGreaterThan(30_000);
        claude.enqueue(FakeReply.answer(text.split("(?<=\\G.{97})")));
        String root = client().ask(GENERAL, "ada", "Everything, please");

        List<Shown> parts = answer(root, 1);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(PlaygroundClient.text(parts)).isEqualTo(text);
        assertThat(parts.subList(0, parts.size() - 1))
                .allSatisfy(part -> assertThat(part.buttons()).isEmpty());
        assertThat(parts.getLast().buttons()).containsExactly("retry", "like", "dislike");
    }

    private static String longAnswer() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() <= 30_000; i++) {
            text.append("## Part ").append(i).append("\n\nSome *words* about `it` – 🎉 naïve.\n\n");
            text.append("```java\nvoid part").append(i).append("() {\n");
            text.append("    System.out.println(\"part\");\n".repeat(12)).append("}\n```\n\n");
            text.append("| a | b |\n|---|---|\n").append("| one | two |\n".repeat(8)).append('\n');
        }
        return text.append("The end.").toString();
    }

    @Test
    void questionsDuringAnAnswer_areAnsweredAfterItTogether() {
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().text("One ").gate(gate).text("done.").stop("end_turn"));
        String root = client().ask(GENERAL, "ada", "First?");
        gate.awaitReached();
        client().reply(GENERAL, root, "ada", "Second?");
        client().reply(GENERAL, root, "ada", "Third?");
        gate.open();

        assertThat(text(root, 1)).isEqualTo("One done.");
        assertThat(text(root, 2)).isEqualTo("This is answer 2.");
        assertThat(claude.requests()).hasSize(2);
        assertThat(claude.requests().get(1).text()).contains("One done.", "Second?", "Third?");
    }

    @Test
    void eventDeliveredTwice_isAnsweredOnce() {
        String id = UUID.randomUUID().toString();
        client().say(GENERAL, "", "ada", "Once?", id);
        client().say(GENERAL, "", "ada", "Once?", id);
        answer(id, 1);
        client().say(GENERAL, "", "ada", "Once?", id);
        client().reply(GENERAL, id, "ada", "Again?");
        answer(id, 2);

        assertThat(claude.requests()).hasSize(2);
        assertThat(client().thread(GENERAL, id)).hasSize(4);
    }

    @Test
    void severalPeople_mustNameTheBotAndAreToldApart() {
        String root = askAndWait("Ada's?");
        String hint =
                client().say(GENERAL, root, "grace", "I disagree.", UUID.randomUUID().toString())
                        .path("receipt")
                        .asText();
        client().reply(GENERAL, root, "grace", "@Parley who is right?");
        answer(root, 2);

        assertThat(hint).isEqualTo("noted");
        String messages = claude.requests().get(1).json().path("messages").toString();
        assertThat(messages)
                .containsSubsequence(
                        "Ada Lovelace", "Ada's?", "Grace Hopper", "I disagree.", "who is right?");
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void otherThread_isNeverSeen() {
        askAndWait("The secret is 4711.");
        askAndWait("What is the secret?");

        assertThat(claude.requests().get(1).text()).doesNotContain("4711");
    }

    @Test
    void editedOlderMessage_isReadAsItIsNow() {
        String root = client().ask(GENERAL, "ada", "My dog is called Rex.");
        answer(root, 1);
        client().edit(GENERAL, root, root, "ada", "My dog is called Bello.");
        client().reply(GENERAL, root, "ada", "What is it called?");
        answer(root, 2);

        assertThat(claude.requests().get(1).text()).contains("Bello").doesNotContain("Rex");
    }

    @Test
    void editedQuestionInMidAnswer_isAnsweredAnew() {
        claude.enqueue(FakeReply.message().text("Wrong ").stall());
        String root = client().ask(GENERAL, "ada", "What is 1 + 2?");
        growing(root, "Wrong ");
        client().edit(GENERAL, root, root, "ada", "What is 1 + 1?");

        assertThat(text(root, 1)).isEqualTo("This is answer 2.");
        claude.requests().get(0).awaitClosedByClient();
        assertThat(claude.requests().get(1).text()).contains("1 + 1").doesNotContain("1 + 2");
        assertThat(client().thread(GENERAL, root)).hasSize(2);
    }

    @Test
    void deletedMessage_isForgotten() {
        String root = askAndWait("Hello");
        String slip = client().reply(GENERAL, root, "ada", "My password is hunter2");
        answer(root, 2);
        client().delete(GENERAL, root, slip, "ada");
        client().reply(GENERAL, root, "ada", "What did I say?");
        answer(root, 3);

        assertThat(claude.requests().get(2).text()).doesNotContain("hunter2");
    }

    @Test
    void manyThreads_runAtOnce() {
        List<String> roots = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            roots.add(client().ask(i % 2 == 0 ? GENERAL : "engineering", "ada", "Question " + i));
        }
        for (int i = 0; i < 20; i++) {
            String channel = i % 2 == 0 ? GENERAL : "engineering";
            assertThat(client().answer(channel, roots.get(i), 1)).hasSize(1);
        }
        assertThat(claude.requests()).hasSize(20);
    }
}
