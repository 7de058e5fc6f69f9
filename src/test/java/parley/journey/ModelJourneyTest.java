package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.PlaygroundClient.Shown;

/** What people in the playground, and whoever looks after the program, see while Claude fails. */
final class ModelJourneyTest extends Journey {
    @BeforeEach
    void persona() {
        restartWith("PARLEY_PROMPTS", FallbackPersona.write(folder).toString());
    }

    private String awaitStatus(String root) {
        client().await(GENERAL, root, _ -> status(root).startsWith("Claude is overloaded"));
        return status(root);
    }

    private String status(String root) {
        return client().get("api/channels/" + GENERAL + "/threads/" + root).path("status").asText();
    }

    @Test
    void overload_isSeenInTheThreadAndTheAnswerNamesItsModel() {
        var persona = FallbackPersona.overloaded(claude);
        String root = client().ask(GENERAL, "ada", "Are you there?");
        assertThat(awaitStatus(root)).matches("Claude is overloaded, trying again in \\d+ s");
        persona.heal(FallbackPersona.SECOND);

        List<Shown> answer = answer(root, 1);
        assertThat(text(root, 1)).isEqualTo("Here again.");
        assertThat(answer.getLast().note()).isEqualTo(FallbackPersona.NOTE);
        assertThat(answer.getLast().footer()).isEmpty();
    }

    @Test
    void failingModel_isSeenInMetricsHealthAndStatusUntilItAnswers() {
        var persona = FallbackPersona.overloaded(claude);
        persona.heal(FallbackPersona.SECOND);
        String root = askAndWait("Are you there?");

        assertThat(client().text("metrics"))
                .contains("parley_circuit_open{of=\"" + FallbackPersona.FIRST + "\"} 1");
        assertThat(client().text("health/ready"))
                .contains(FallbackPersona.FIRST + " fails", "https://status.claude.com");
        assertThat(parley().ready()).isTrue();
        assertThat(client().command(GENERAL, "grace", "/parley status"))
                .contains(FallbackPersona.FIRST + " does not answer just now");
        persona.heal(FallbackPersona.FIRST);
        client().reply(GENERAL, root, "ada", "And now?");
        answer(root, 2);
        assertThat(text(root, 2)).isEqualTo("Here again.");
        assertThat(note(root, 2)).isEmpty();
        assertThat(client().text("metrics")).doesNotContain("of=\"" + FallbackPersona.FIRST + "\"");
    }
}
