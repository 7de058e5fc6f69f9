package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.inbox.EntryState;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;

/** Backups that are restored while people in Slack wait for an answer. */
final class SlackRestoreJourneyTest extends SlackJourney {
    private Backups backups() {
        return new Backups(folder);
    }

    private void restore(Path copy) {
        stop(Duration.ZERO);
        putBack(copy);
    }

    private void putBack(Path copy) {
        slack.faults().clear();
        slack.limits().rest();
        backups().restore(copy);
        start();
    }

    private void awaitBeginning(String root, String beginning) {
        slack.await(
                "the beginning",
                () ->
                        slack.answers(GENERAL, root).stream()
                                .anyMatch(it -> it.text().startsWith(beginning)));
    }

    private void awaitState(EntryState state) {
        slack.await("an entry that is " + state, () -> backups().count(state) == 1);
    }

    @Test
    void askedSinceTheBackup_stoppedInMidAnswer_isAnsweredInTheSameMessage() {
        String root = askAndWait("My dog is called Bello.");
        Path copy = backups().make("copy.db");
        slack.replies(ADA, GENERAL, root, "And it barks.");
        answer(GENERAL, root, 2);
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        slack.replies(ADA, GENERAL, root, "What is it called?");
        awaitBeginning(root, "Half");
        restore(copy);

        answer(GENERAL, root, 3);
        slack.await("a search", () -> parley().health().contains("looked at"));
        restart(Duration.ZERO);
        askAndWait("And now?");
        List<Shown> shown = slack.answers(GENERAL, root);
        assertThat(text(shown)).isEqualTo("This is answer 1.This is answer 2.This is answer 4.");
        assertThat(shown).hasSize(3);
        assertThat(claude.requests()).hasSize(5);
        assertThat(asked(4)).containsSubsequence("Bello", "barks", "What is it called?");
    }

    @Test
    void askedSinceTheBackup_killedBeforeItsMessageWasRemembered_isAnsweredInThatMessage()
            throws IOException {
        Path copy = backups().make("copy.db");
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().gate(gate).text("Half an answer. ").stall());
        String root = slack.says(ADA, GENERAL, slack.mention() + " Hello?");
        gate.awaitReached();
        Path killed = backups().make("killed.db");
        gate.open();
        awaitBeginning(root, "Half");
        stop(Duration.ZERO);
        Files.move(killed, folder.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        putBack(copy);

        List<Shown> shown = answer(GENERAL, root, 1);
        assertThat(text(shown)).isEqualTo("This is answer 2.");
        assertThat(shown).hasSize(1);
    }

    @Test
    void answeredSinceTheBackup_notDeliveredYet_isShownWithoutAskingAgain() {
        Path copy = backups().make("copy.db");
        claude.enqueue(FakeReply.message().text("The whole ").text("answer.").stop("end_turn"));
        slack.faults().always("chat.startStream", new Fault.Status(503));
        slack.faults().always("chat.postMessage", new Fault.Status(503));
        String root = slack.says(ADA, GENERAL, slack.mention() + " Hello?");
        awaitState(EntryState.ANSWERED);
        restore(copy);

        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("The whole answer.");
        assertThat(slack.answers(GENERAL, root)).hasSize(1);
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void waitedAtTheBackup_stoppedInMidAnswer_isAnsweredInTheSameMessage() {
        Gate first = new Gate();
        claude.enqueue(FakeReply.message().text("One.").gate(first).stop("end_turn"));
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        String root = slack.says(ADA, GENERAL, slack.mention() + " Hello?");
        first.awaitReached();
        slack.replies(ADA, GENERAL, root, "And now?");
        awaitState(EntryState.RECEIVED);
        Path copy = backups().make("copy.db");
        first.open();
        awaitBeginning(root, "Half");
        restore(copy);

        List<Shown> shown = answer(GENERAL, root, 2);
        assertThat(text(shown)).isEqualTo("One.This is answer 3.");
        assertThat(shown).hasSize(2);
        assertThat(claude.requests()).hasSize(3);
    }
}
