package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;

/** Stops of the program while it has something to do in Slack. */
final class SlackShutdownJourneyTest extends SlackJourney {
    private static final String PARKED =
            "Parley is being restarted. It writes this answer anew as soon as it is back.";

    @Test
    void stop_streamOpen_endsItWithAWordAndTheNextStartGoesOnInIt() {
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        String root = slack.says(ADA, GENERAL, slack.mention() + " Hello?");
        slack.await("the beginning", () -> shows(root, "Half"));
        stop(Duration.ZERO);

        Shown parked = slack.answers(GENERAL, root).getLast();
        assertThat(parked.streaming()).isFalse();
        assertThat(parked.text()).contains("Half an answer.");
        assertThat(parked.context()).contains(PARKED);
        assertThat(parked.buttons()).isEmpty();

        start();
        List<Shown> answer = answer(GENERAL, root, 1);
        assertThat(text(answer)).isEqualTo("This is answer 2.");
        assertThat(answer).hasSize(1);
        assertThat(answer.getFirst().context()).doesNotContain(PARKED);
        assertThat(answer.getFirst().ts()).isEqualTo(parked.ts());
    }

    @Test
    void stop_beforeTheFirstWord_saysSoBesideTheThread() {
        claude.enqueue(FakeReply.silence().stall());
        String root = slack.says(ADA, GENERAL, slack.mention() + " Hello?");
        claude.takeRequest();
        stop(Duration.ZERO);

        assertThat(slack.answers(GENERAL, root)).isEmpty();
        start();
        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("This is answer 2.");
    }

    @Test
    void stop_slackHangs_leavesTheAnswerForTheNextStart() {
        tolerate("streaming_state_conflict");
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        String root = slack.says(ADA, GENERAL, slack.mention() + " Hello?");
        slack.await("the beginning", () -> shows(root, "Half"));
        slack.faults().always("chat.stopStream", new Fault.Hang());
        slack.faults().always("chat.update", new Fault.Hang());
        stop(Duration.ZERO);
        slack.faults().clear();

        start();
        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("This is answer 2.");
    }

    @Test
    void stop_amidTheSearchForWhatWasMissed_nextStartSearchesAnew() {
        slack.sockets().waits(false);
        String known = askAndWait("before");
        stop();
        String missed = slack.says(ADA, GENERAL, slack.mention() + " anybody there?");
        slack.replies(ADA, GENERAL, known, "and here?");
        slack.faults().always("conversations.history", new Fault.Hang());
        start();
        slack.await("a search", () -> !slack.calls("conversations.history").isEmpty());
        stop();
        slack.faults().clear();

        start();
        answer(GENERAL, missed, 1);
        answer(GENERAL, known, 2);
        slack.await("the end of it", () -> parley().health().contains("looked at"));
        restart(Duration.ofSeconds(20));
        askAndWait("and now?");
        assertThat(finishedIn(GENERAL, missed)).isEqualTo(1);
        assertThat(finishedIn(GENERAL, known)).isEqualTo(2);
        assertThat(claude.requests()).hasSize(4);
    }

    private boolean shows(String root, String beginning) {
        return slack.answers(GENERAL, root).stream()
                .anyMatch(message -> message.text().startsWith(beginning));
    }
}
