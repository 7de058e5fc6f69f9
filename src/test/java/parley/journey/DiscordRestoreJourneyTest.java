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
import parley.testing.discord.ShownMessage;

/** Backups that are restored while people on Discord wait for an answer. */
final class DiscordRestoreJourneyTest extends DiscordJourney {
    private Backups backups() {
        return new Backups(folder);
    }

    @Test
    void askedSinceTheBackup_stoppedInMidAnswer_isAnsweredInTheSameMessage() {
        Path copy = backups().make("copy.db");
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        long question = ask("Hello?");
        awaitText(question, "Half");
        stop(Duration.ZERO);
        backups().restore(copy);
        start();

        assertThat(text(answer(question, 1))).isEqualTo("This is answer 2.");
        assertThat(answers(question)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void askedSinceTheBackup_killedBeforeItsMessageWasRemembered_isAnsweredInThatMessage()
            throws IOException {
        Path copy = backups().make("copy.db");
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().gate(gate).text("Half an answer. ").stall());
        long question = ask("Hello?");
        gate.awaitReached();
        Path killed = backups().make("killed.db");
        gate.open();
        awaitText(question, "Half");
        stop(Duration.ZERO);
        Files.move(killed, folder.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        backups().restore(copy);
        start();

        assertThat(text(answer(question, 1))).isEqualTo("This is answer 2.");
        assertThat(answers(question)).hasSize(1);
    }

    @Test
    void waitedAtTheBackup_stoppedInMidAnswer_isAnsweredInTheSameMessage() {
        Gate first = new Gate();
        claude.enqueue(FakeReply.message().text("One.").gate(first).stop("end_turn"));
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        long question = ask("Hello?");
        first.awaitReached();
        awaitText(question, "One.");
        discord.says(ADA, question, discord.mention() + " And now?");
        discord.await("the second", () -> backups().count(EntryState.RECEIVED) == 1);
        Path copy = backups().make("copy.db");
        first.open();
        awaitText(question, "One.Half");
        stop(Duration.ZERO);
        backups().restore(copy);
        start();

        List<ShownMessage> shown = answer(question, 2);
        assertThat(text(shown)).isEqualTo("One.This is answer 3.");
        assertThat(shown).hasSize(2);
        assertThat(claude.requests()).hasSize(3);
    }
}
