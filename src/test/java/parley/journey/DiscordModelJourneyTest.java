package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;

/** What people on Discord see while Claude fails. */
final class DiscordModelJourneyTest extends DiscordJourney {
    @Override
    void configure() {
        settings.put("PARLEY_PROMPTS", FallbackPersona.write(folder).toString());
    }

    @Test
    void overload_isSeenInTheMessageThatBecomesTheAnswerWhichNamesItsModel() {
        var persona = FallbackPersona.overloaded(claude);
        long question = ask("are you there?");
        discord.await(
                "a status",
                () ->
                        answers(question).stream()
                                .flatMap(shown -> shown.notes().stream())
                                .anyMatch(words ->
                                        words.contains("Claude is overloaded, trying again in")));
        persona.heal(FallbackPersona.SECOND);

        assertThat(text(answer(question, 1))).isEqualTo("Here again.");
        assertThat(answers(question)).hasSize(1);
        assertThat(answers(question).getLast().notes()).containsExactly(FallbackPersona.NOTE);
    }

    @Test
    void status_tellsAdminsWhatToDoAndOthersThatItIsKnown() {
        claude.answer(_ -> FakeReply.status(401, "authentication_error", "invalid x-api-key"));
        assertThat(askAndWait("are you there?")).isPositive();

        assertThat(told(EVE, "parley", "status", Map.of()))
                .contains("Claude fails: The key is not accepted", "ANTHROPIC_API_KEY");
        assertThat(told(ADA, "parley", "status", Map.of()))
                .contains("Claude cannot be asked until an admin has looked at it.")
                .doesNotContain("KEY", "key");
    }
}
