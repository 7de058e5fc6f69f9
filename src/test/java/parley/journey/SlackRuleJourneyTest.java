package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.slack.Person.Trait;

/** The rules that admins give a channel of Slack, and what people there notice of them. */
final class SlackRuleJourneyTest extends SlackAdministration {
    private static final String STRANGER = "W0OTHER001";

    private static final Pattern LIMITED =
            Pattern.compile(
                    "This channel has had its \\d+ answers of this hour\\."
                            + " The next may come at \\d\\d:\\d\\d UTC");

    private static String limit(String text) {
        Matcher found = LIMITED.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void hour_oneQuestionMore_isToldWhenItMayCome(int most) {
        types(EVE, "/parley channel hour " + most);
        for (int i = 1; i <= most; i++) {
            askAndWait("Question " + i + "?");
        }
        String root = askAndWait("One more?");

        String told = limit(slack.answers(GENERAL, root).getLast().context().toString());
        assertThat(told).contains(" " + most + " answers");
        assertThat(claude.requests()).hasSize(most);
        assertThat(limit(types(ADA, "/parley why"))).isEqualTo(told);
        assertThat(limit(mentions(ADA, root, "why"))).isEqualTo(told);
        types(EVE, "/parley channel hour reset");
        assertThat(slack.answers(GENERAL, askAndWait("And now?")).getLast().context().toString())
                .doesNotContain("answers of this hour");
        assertThat(claude.requests()).hasSize(most + 1);
    }

    @Test
    void answersOff_nothingIsAnsweredUntilTheyAreOn() {
        types(EVE, "/parley channel off");
        String root = slack.says(ADA, GENERAL, slack.mention() + " anybody there?");
        slack.awaitAcknowledged();
        assertThat(types(ADA, "/parley why")).contains("answers are off in this channel.");

        types(EVE, "/parley channel on");
        askAndWait("and now?");
        assertThat(slack.answers(GENERAL, root)).isEmpty();
        assertThat(claude.requests()).hasSize(1);
        assertThat(noticed())
                .containsExactly(
                        "**Eve** set the rule `answers` to `off` for this channel.",
                        "**Eve** set the rule `answers` to `on` for this channel.");
        assertThat(audit())
                .containsExactly(
                        EVE + " | channel | answers " + channelKey() + " | DONE | not set -> off",
                        EVE + " | channel | answers " + channelKey() + " | DONE | off -> on");
    }

    @Test
    void outsidersSilent_theirQuestionIsAsIfNobodyHadAsked() {
        slack.addUser(STRANGER, "Sam", Trait.OTHER_TEAM);
        types(EVE, "/parley channel outsiders silent");
        String root = askAndWait("mine?");
        slack.replies(STRANGER, GENERAL, root, slack.mention() + " hello from outside?");
        slack.replies(ADA, GENERAL, root, slack.mention() + " and mine?");
        answer(GENERAL, root, 2);

        assertThat(claude.requests()).hasSize(2);
        assertThat(asked(2)).contains("and mine?").doesNotContain("from outside?");
        String theirs = slack.says(STRANGER, GENERAL, slack.mention() + " nobody there?");
        slack.await(
                "silence",
                () ->
                        mentions(ADA, theirs, "why")
                                .contains("people from outside are not answered here"));
        assertThat(slack.answers(GENERAL, theirs)).isEmpty();
        assertThat(slack.surfaces().statuses(GENERAL, theirs)).isEmpty();
        assertThat(claude.requests()).hasSize(2);
    }
}
