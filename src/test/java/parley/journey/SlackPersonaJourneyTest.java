package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What admins change in Slack is told there, kept, and what the model is asked with. */
final class SlackPersonaJourneyTest extends SlackAdministration {
    private static final String ENGINEER = "You are a senior software engineer";
    private static final String EDITOR = "You are an editor";
    private static final String KIND = "Answer in rhymes only.";

    private static final String IS_SET = "**Eve** set **engineer** for this channel.";

    @Test
    void set_byAnAdmin_isToldInOneLineAndInTheNextRequest() {
        assertThat(promptOf("who are you?")).doesNotContain(ENGINEER);

        assertThat(types(EVE, "/persona set engineer"))
                .isEqualTo("From the next question on, **engineer** answers in this channel.");
        assertThat(noticed()).containsExactly(IS_SET);
        assertThat(promptOf("and now?")).contains(ENGINEER);
        assertThat(types(BOB, "/persona")).contains("Set for this channel by `Eve` on ");
        assertThat(types(EVE, "/persona reset")).contains("**default** answers here");
        assertThat(promptOf("and now?")).doesNotContain(ENGINEER);
        assertThat(noticed()).hasSize(2);
        assertThat(audit())
                .containsExactly(
                        EVE + " | persona set | engineer | DONE | for " + channelKey(),
                        EVE + " | persona reset | " + channelKey() + " | DONE | ");
    }

    @Test
    void edit_thenRollback_eachIsInTheNextRequestAndNamedByItsAnswer() {
        types(EVE, "/persona set engineer");
        String first = askAndWait("one?");
        assertThat(mentions(ADA, first, "about")).contains("persona: **engineer**, version 1 (");

        edit(KIND, "Too dry");
        String second = askAndWait("two?");
        assertThat(prompt()).contains(KIND).doesNotContain(ENGINEER);
        assertThat(mentions(ADA, second, "about")).contains("persona: **engineer**, version 2 (");

        assertThat(types(EVE, "/persona rollback engineer 1")).contains("as in version 1 again");
        String third = askAndWait("three?");
        assertThat(prompt()).contains(ENGINEER).doesNotContain(KIND);
        assertThat(mentions(ADA, third, "about")).contains("persona: **engineer**, version 1 (");
        assertThat(mentions(ADA, second, "about")).contains("persona: **engineer**, version 2 (");

        types(EVE, "/persona rollback engineer 2");
        String fourth = askAndWait("four?");
        assertThat(prompt()).contains(KIND).doesNotContain(ENGINEER);
        assertThat(mentions(ADA, fourth, "about")).contains("persona: **engineer**, version 4 (");
        assertThat(noticed())
                .containsExactly(
                        IS_SET,
                        "**Eve** edited **engineer** (now version 2) – `Too dry`.",
                        "**Eve** rolled **engineer** back to version 1, which is its file.",
                        "**Eve** rolled **engineer** back to version 2 (now version 4).");
    }

    private void edit(String prompt, String reason) {
        int before = slack.ephemerals(EVE).size();
        slack.command(EVE, GENERAL, "/persona", "edit engineer");
        submit(window(EVE), prompt, Map.of("reason.0", reason));
        assertThat(told(EVE, before + 1).text()).contains("now version 2");
        assertThat(slack.surfaces().modal(EVE)).isEmpty();
    }

    @Test
    void versions_areForEverybodyToReadInPrivate() {
        edit(KIND, "Too dry");

        assertThat(types(BOB, "/persona history engineer"))
                .contains("**2** edit by `Eve` on ", "Too dry *(in use)*", "**1** file on ");
        assertThat(types(BOB, "/persona diff engineer")).contains("-" + ENGINEER, "+" + KIND);
        assertThat(types(BOB, "/persona show engineer"))
                .contains("**2** edit by `Eve`", KIND, "This overrides the file");
        assertThat(noticed()).hasSize(1);
        restart(Duration.ZERO);
        assertThat(types(BOB, "/persona show engineer")).contains(KIND);
    }

    @Test
    void set_forTwoHours_endsWhileParleyIsAwayAndIsToldOnce() {
        types(EVE, "/persona set editor for 2h");
        assertThat(promptOf("who are you?")).contains(EDITOR);

        restartAhead(Duration.ofMinutes(119));
        assertThat(promptOf("and now?")).contains(EDITOR);
        assertThat(noticed()).hasSize(1);

        restartAhead(Duration.ofMinutes(121));
        assertThat(promptOf("and now?")).doesNotContain(EDITOR);
        String over =
                "The time of **editor** for this channel is over: **default** answers here now.";
        slack.await("the notice", () -> noticed().contains(over));
        restartAhead(Duration.ofMinutes(122));
        assertThat(promptOf("and now?")).doesNotContain(EDITOR);
        assertThat(noticed()).hasSize(2).last().isEqualTo(over);
        assertThat(audit())
                .containsExactly(
                        EVE + " | persona set | editor | DONE | for " + channelKey() + ", 2 hours",
                        "parley | persona set | editor | DONE | the time is over for "
                                + channelKey());
    }
}
