package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.inbox.Journal;
import parley.store.SqlJournal;
import parley.testing.FakeReply;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;

/** What Slack refuses for good to show: people are told, where anything can be said. */
final class SlackRefusalJourneyTest extends SlackJourney {
    private static final String UGLY = "ugly";

    @Test
    void contentIsRefused_isToldAndWholeAfterRetry() {
        refuse("invalid_blocks");
        claude.enqueue(FakeReply.answer("An ", UGLY, " answer."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " say it");
        Shown told = answer(GENERAL, root, 1).getLast();
        awaitEnd();

        assertThat(told.text()).isEmpty();
        assertThat(told.context())
                .singleElement()
                .asString()
                .matches(
                        "This answer cannot be shown here: Slack does not know the message's form"
                                + " \\(invalid_blocks\\)\\. Press Retry, or ask an admin to look"
                                + " for T-\\w+ in the log\\.");

        slack.presses(ADA, GENERAL, told.ts(), "parley.retry");
        slack.await(
                "the whole answer",
                () -> text(slack.answers(GENERAL, root)).equals("This is answer 2."));
        assertThat(slack.answers(GENERAL, root)).extracting(Shown::ts).containsExactly(told.ts());
    }

    @Test
    void contentOfALaterPartIsRefused_isToldUnderThePartsThatStand() {
        refuse("msg_blocks_too_long");
        String fine = "A line of the answer.\n\n".repeat(400);
        claude.enqueue(FakeReply.answer(fine, "And then an ", UGLY, " end."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " say it");
        List<Shown> shown = answer(GENERAL, root, 1);
        awaitEnd();

        assertThat(text(shown)).startsWith("A line of").doesNotContain(UGLY);
        assertThat(shown).hasSize(2);
        assertThat(shown.getLast().text()).isEmpty();
        assertThat(shown.getLast().context())
                .singleElement()
                .asString()
                .startsWith("The rest of this answer cannot be shown here: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET turn = turn", "DELETE FROM reply_message"})
    void killedBeforeItIsSettledThatTheSentenceStands_isToldOnce(String more) {
        refuse("invalid_blocks");
        claude.enqueue(FakeReply.answer("An ", UGLY, " answer."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " say it");
        Shown told = answer(GENERAL, root, 1).getLast();
        awaitEnd();
        stop(Duration.ZERO);
        StoredRows.update(folder, "UPDATE journal SET state = 'ANSWERED'", more);
        start();
        awaitEnd();

        assertThat(slack.answers(GENERAL, root)).extracting(Shown::ts).containsExactly(told.ts());
        assertThat(slack.answers(GENERAL, root).getLast().context()).isEqualTo(told.context());
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void placeIsGone_isTriedNoFurther() {
        slack.faults()
                .always("chat.startStream", new Fault.Refused("is_archived"))
                .always("chat.postMessage", new Fault.Refused("is_archived"));
        String root = slack.says(ADA, GENERAL, slack.mention() + " say it");
        slack.await("a request", () -> !claude.requests().isEmpty());
        awaitEnd();

        assertThat(slack.answers(GENERAL, root)).isEmpty();
        assertThat(slack.calls("chat.postMessage")).hasSizeLessThanOrEqualTo(2);
    }

    /** Wherever that word stands. */
    private void refuse(String error) {
        slack.faults()
                .when(
                        call ->
                                call.arguments().values().stream()
                                        .anyMatch(value -> value.contains(UGLY)),
                        Integer.MAX_VALUE,
                        new Fault.Refused(error));
    }

    /** A restart would have nothing left to do. */
    private void awaitEnd() {
        Journal journal = new SqlJournal(parley().store(), InstantSource.system());
        slack.await("an end", () -> journal.unfinished().isEmpty());
    }
}
