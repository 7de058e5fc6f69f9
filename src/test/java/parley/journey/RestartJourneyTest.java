package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.store.SqlJournal;
import parley.testing.FakeReply;
import parley.testing.Gate;

/** Stops and starts of the program, orderly ones; for others see {@link KillJourneyTest}. */
final class RestartJourneyTest extends Journey {
    private static final String ALONE =
            "Parley ended more than once while answering this;"
                    + " such questions are answered one at a time";

    @Test
    void stopInMidAnswer_patient_finishesIt() {
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().text("One ").gate(gate).text("two.").stop("end_turn"));
        String root = client().ask(GENERAL, "ada", "Count");
        gate.awaitReached();
        gate.open();
        restart(Duration.ofSeconds(20));

        assertThat(text(root, 1)).isEqualTo("One two.");
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void stopInMidAnswer_impatient_nextStartAnswersInTheSameMessage() {
        claude.enqueue(FakeReply.message().text("Half ").stall());
        String root = client().ask(GENERAL, "ada", "Hello?");
        growing(root, "Half ");
        String waiting = client().ask("engineering", "grace", "Me too?");
        client().answer("engineering", waiting, 1);
        restart(Duration.ZERO);

        assertThat(text(root, 1)).isEqualTo("This is answer 3.");
        assertThat(client().thread(GENERAL, root)).hasSize(2);
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void stopBeforeTheFirstWord_nextStartAnswers() {
        claude.enqueue(FakeReply.silence().stall());
        String root = client().ask(GENERAL, "ada", "Hello?");
        claude.takeRequest();
        restart(Duration.ZERO);

        assertThat(text(root, 1)).isEqualTo("This is answer 2.");
        assertThat(client().thread(GENERAL, root)).hasSize(2);
    }

    @Test
    void questionsThatWait_areAnsweredByTheNextStart() {
        restartWith("PARLEY_MAX_TURNS", "1");
        claude.enqueue(FakeReply.message().text("Busy ").stall());
        String first = client().ask(GENERAL, "ada", "First?");
        growing(first, "Busy ");
        String second = client().ask(GENERAL, "ada", "Second?");
        String third = client().ask("writing", "grace", "Third?");

        assertThat(status("general", second)).isEqualTo("Next in the queue");
        assertThat(status("writing", third)).isEqualTo("Number 2 in the queue");
        restart(Duration.ZERO);
        assertThat(answer(first, 1)).hasSize(1);
        assertThat(answer(second, 1)).hasSize(1);
        assertThat(client().answer("writing", third, 1)).hasSize(1);
        assertThat(claude.requests()).hasSize(4);
    }

    @Test
    void twoThatWereCutOffByCrashes_areAnsweredOneAfterTheOther_andTheOtherSaysSo() {
        claude.enqueue(FakeReply.message().text("Half ").stall());
        claude.enqueue(FakeReply.silence().stall());
        String first = client().ask(GENERAL, "ada", "First?");
        growing(first, "Half ");
        String second = client().ask("writing", "grace", "Second?");
        client().await("writing", second, _ -> claude.requests().size() == 2);
        parley().stop(Duration.ZERO);
        StoredRows.update(folder, "UPDATE journal SET tries = 2");
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().text("Whole ").gate(gate).stop("end_turn"));
        start();
        gate.awaitReached();
        client().await(
                        GENERAL,
                        first,
                        _ -> (status(GENERAL, first) + status("writing", second)).contains(ALONE));
        assertThat(claude.requests()).hasSize(3);

        gate.open();
        assertThat(answer(first, 1)).hasSize(1);
        assertThat(client().answer("writing", second, 1)).hasSize(1);
        client().await(
                        GENERAL,
                        first,
                        _ -> (status(GENERAL, first) + status("writing", second)).isEmpty());
        assertThat(claude.requests()).hasSize(4);
    }

    private String status(String channel, String root) {
        return client().get("api/channels/" + channel + "/threads/" + root).path("status").asText();
    }

    @Test
    void backlogFull_isToldAndTheOthersAreAnswered() {
        restartWith("PARLEY_MAX_TURNS", "1");
        restartWith("PARLEY_MAX_BACKLOG", "1");
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().text("Busy ").gate(gate).stop("end_turn"));
        String first = client().ask(GENERAL, "ada", "First?");
        gate.awaitReached();
        String second = client().ask(GENERAL, "ada", "Second?");
        String refused =
                client().say(GENERAL, "", "ada", "Third?", java.util.UUID.randomUUID().toString())
                        .path("error")
                        .asText();
        gate.open();

        assertThat(refused).isNotEmpty().doesNotContain("Exception");
        assertThat(new SqlJournal(parley().store(), Instant::now).untold(Platform.WEB)).isEmpty();
        assertThat(answer(first, 1)).hasSize(1);
        assertThat(answer(second, 1)).hasSize(1);
    }

    @Test
    void personaSetInChat_outlivesRestartAndIsUsed() {
        client().command(GENERAL, "ada", "/persona set incident");
        restart(Duration.ZERO);
        askAndWait("It is down!");

        assertThat(claude.requests().getFirst().json().path("system").toString())
                .contains("incident commander");
        assertThat(client().command(GENERAL, "grace", "/persona set editor")).contains("admin");
        assertThat(client().command(GENERAL, "grace", "/persona")).contains("incident");
    }

    @Test
    void health_tellsReadiness() {
        assertThat(client().text("health/live")).isEqualTo("ok");
        assertThat(client().get("health/ready").path("ready").asBoolean()).isTrue();
    }

    @Test
    void metrics_countTurnsTokensAndCost() {
        askAndWait("Hello?");

        assertThat(client().text("metrics"))
                .contains(
                        "parley_turns_total{outcome=\"answered\"} 1.0",
                        "parley_tokens_total{kind=\"input\",model=\"claude-sonnet-5-5\"}",
                        "parley_cost_dollars_total{model=\"claude-sonnet-5-5\"}",
                        "parley_first_text_seconds_count 1");
    }
}
