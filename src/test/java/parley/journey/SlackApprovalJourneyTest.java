package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Shown;
import parley.testing.slack.ShownButton;

/** Changes that a second admin approves, or does not, by a button in the channel. */
final class SlackApprovalJourneyTest extends SlackAdministration {
    private static final String MAY = "U0MAY00001";
    private static final String APPROVE = "parley-choice.0";
    private static final String REFUSE = "parley-choice.1";
    private static final String ENGINEER = "You are a senior software engineer";

    private Shown request;

    @BeforeEach
    void request() {
        slack.addUser(MAY, "May", Trait.OWNER);
        types(EVE, "/parley channel approval on for workspace");
        assertThat(types(EVE, "/persona set engineer"))
                .startsWith("Another admin has to approve this, so nothing is changed yet.");
        request = notices().getLast();
        assertThat(request.text())
                .startsWith("**Eve** wants to set **engineer** for this channel.");
        assertThat(request.buttons())
                .extracting(ShownButton::text)
                .containsExactly("Approve", "Refuse");
        assertThat(promptOf("who are you?")).doesNotContain(ENGINEER);
    }

    /** Presses it as it was shown first; gives what only the presser is told. */
    private String presses(String user, String button) {
        int before = slack.ephemerals(user).size();
        slack.pressesAsSeen(user, GENERAL, request, button);
        return told(user, before + 1).text();
    }

    private String approval() {
        return EVE + " | channel | approval " + workspaceKey() + " | DONE | not set -> on";
    }

    private String asked() {
        return EVE + " | persona set | engineer | REQUESTED | for " + channelKey();
    }

    private Shown now() {
        return slack.message(GENERAL, request.ts()).orElseThrow();
    }

    /** Presses it and waits until the message says what became of it. */
    private void decides(String user, String button) {
        slack.presses(user, GENERAL, request.ts(), button);
        slack.await("a decision", () -> now().buttons().isEmpty());
    }

    @Test
    void request_approvedByAnother_isMadeAndSettled() {
        assertThat(presses(EVE, APPROVE))
                .isEqualTo("This is your own request, so another admin has to decide it.");
        assertThat(presses(BOB, APPROVE)).isEqualTo("Only admins decide this.");
        assertThat(now().buttons()).hasSize(2);

        decides(MAY, APPROVE);
        assertThat(now().text())
                .isEqualTo("**Eve** set **engineer** for this channel. **May** approved it.");
        assertThat(promptOf("and now?")).contains(ENGINEER);
        assertThat(presses(MAY, REFUSE))
                .startsWith("**May** approved this on ")
                .endsWith(", so your press changed nothing.");
        assertThat(promptOf("still?")).contains(ENGINEER);
        assertThat(now().text()).endsWith("**May** approved it.");
        assertThat(audit())
                .containsExactly(
                        approval(),
                        asked(),
                        EVE + " | approve of persona set | engineer | REFUSED | own request",
                        BOB + " | approve of persona set | engineer | REFUSED | not an admin",
                        MAY + " | persona set | engineer | APPROVED | asked for by " + EVE,
                        EVE
                                + " | persona set | engineer | DONE | for "
                                + channelKey()
                                + "; approved by "
                                + MAY,
                        MAY + " | refuse of persona set | engineer | REFUSED | stale: decided");
    }

    @Test
    void request_refusedByAnother_leavesThingsAsTheyWere() {
        restart(Duration.ZERO);
        decides(MAY, REFUSE);

        assertThat(now().text())
                .isEqualTo(
                        "**Eve** wanted to set **engineer** for this channel. **May** refused it."
                                + " Nothing was changed.");
        assertThat(presses(MAY, APPROVE)).startsWith("**May** refused this on ");
        assertThat(promptOf("and now?")).doesNotContain(ENGINEER);
        assertThat(types(BOB, "/persona")).startsWith("**default** answers here");
        assertThat(audit())
                .containsExactly(
                        approval(),
                        asked(),
                        MAY + " | persona set | engineer | DECLINED | asked for by " + EVE,
                        MAY + " | approve of persona set | engineer | REFUSED | stale: decided");
    }

    @Test
    void request_thatFitsNoMore_changesNothing() {
        types(EVE, "/parley channel hour 5");
        Shown first = notices().getLast();
        types(EVE, "/parley channel hour 7");
        request = notices().getLast();
        decides(MAY, APPROVE);
        assertThat(now().text()).contains("**May** approved it.");

        request = first;
        decides(MAY, APPROVE);
        assertThat(now().text()).contains("but it does not fit any more. Nothing was changed.");
        assertThat(types(BOB, "/parley channel")).contains("`hour`: `7`");
    }
}
