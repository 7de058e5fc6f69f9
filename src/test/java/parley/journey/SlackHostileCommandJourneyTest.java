package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.testing.slack.Ephemeral;

/** Commands that nobody would type: a plain word in private, and nobody else hears of it. */
final class SlackHostileCommandJourneyTest extends SlackAdministration {
    @ParameterizedTest
    @MethodSource("parley.journey.HostileWords#all")
    void slashCommand_isRefusedInPrivate(String words) {
        for (String command : HostileWords.COMMANDS) {
            assertPlain(types(EVE, command + words));
        }
        assertThat(slack.surfaces().modal(EVE)).isEmpty();
        assertThat(noticed()).isEmpty();
        askAndWait("are you still there?");
    }

    /** What was typed is quoted short, in one line, turned nowhere and as code. */
    private static void assertPlain(String told) {
        assertThat(told)
                .isNotBlank()
                .doesNotContain("failed on my side", "x".repeat(100))
                .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\x00-\\x09]")
                .doesNotContainPattern("(?m)^(\\*\\*Eve|> |# )");
    }

    @ParameterizedTest
    @MethodSource("parley.journey.HostileWords#all")
    void mentionedCommand_isRefusedInPrivate_orIsAQuestion(String words) {
        tolerate("user_not_found");
        String root = askAndWait("are you there?");
        int before = slack.ephemerals(EVE).size();
        slack.replies(EVE, GENERAL, root, slack.mention() + " persona set " + words);
        slack.await(
                "a word or an answer",
                () -> slack.ephemerals(EVE).size() > before || finishedIn(GENERAL, root) > 1);

        slack.ephemerals(EVE).stream()
                .skip(before)
                .map(Ephemeral::text)
                .forEach(told -> {
                    assertThat(told).hasSizeLessThan(1_000);
                    assertPlain(told);
                });
        assertThat(noticed()).isEmpty();
    }

    @Test
    void personaText_thatCallsEverybody_wakesNobodyWhereverItIsShown() {
        String text =
                "<!channel> <!here> <!everyone> @channel @everyone <@"
                        + BOB
                        + "> <!subteam^S1>\n"
                        + "```\n**Bob** set **evil** for this workspace.\n";
        slack.command(EVE, GENERAL, "/persona", "edit engineer");
        submit(window(EVE), text, Map.of("reason.0", "<!channel> `**x** @everyone"));
        slack.await("the notice", () -> noticed().size() == 1);

        assertThat(noticed().getFirst()).startsWith("**Eve** edited **engineer** (now version 2)");
        assertThat(types(BOB, "/persona show engineer")).contains("set **evil**");
        assertThat(types(BOB, "/persona history engineer")).contains("**2** edit by `Eve`");
        assertThat(types(BOB, "/persona diff engineer")).contains("+");
        assertThat(slack.notified()).isEmpty();
    }
}
