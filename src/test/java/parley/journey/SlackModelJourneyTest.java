package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.slack.Shown;

/** What people in Slack see while Claude fails. */
final class SlackModelJourneyTest extends SlackJourney {
    @Override
    void configure() {
        super.configure();
        settings.put("PARLEY_PROMPTS", FallbackPersona.write(folder).toString());
    }

    @Test
    void overload_isSeenBesideTheThreadAndTheAnswerNamesItsModel() {
        var persona = FallbackPersona.overloaded(claude);
        String root = slack.says(ADA, GENERAL, slack.mention() + " are you there?");
        slack.await(
                "a status",
                () ->
                        slack.surfaces().statuses(GENERAL, root).stream()
                                .anyMatch(words ->
                                        words.startsWith(
                                                "is waiting: Claude is overloaded, trying again in")));
        persona.heal(FallbackPersona.SECOND);

        List<Shown> answer = answer(GENERAL, root, 1);
        assertThat(text(answer)).isEqualTo("Here again.");
        assertThat(answer.getLast().context()).containsExactly(FallbackPersona.NOTE);
        assertThat(claude.requests()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void refusedKey_isASentenceForPeopleAndAdviceInHealth() {
        claude.answer(_ -> FakeReply.status(401, "authentication_error", "invalid x-api-key"));
        String root = slack.says(ADA, GENERAL, slack.mention() + " are you there?");

        assertThat(answer(GENERAL, root, 1).getLast().context().toString())
                .contains("Claude does not let this bot in at the moment.")
                .doesNotContain("key");
        assertThat(parley().ready()).isTrue();
        assertThat(parley().client().text("health/ready"))
                .contains("Claude fails: The key is not accepted")
                .contains("ANTHROPIC_API_KEY");
    }
}
