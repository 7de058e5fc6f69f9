package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.contract.Events;
import parley.inbox.EntryState;

/** Deleted text is in no file of the database, also not in its log or on freed pages. */
final class ForgettingTest {
    private static final String SECRET = "swordfish-";
    private static final MessageId MESSAGE = new MessageId("m1");

    private final TestDatabase test = new TestDatabase();
    private final SqlJournal journal = new SqlJournal(test.get(), () -> Events.NOON);
    private final SqlConversationStore store = new SqlConversationStore(test.get());

    @AfterEach
    void close() {
        test.close();
    }

    private boolean onDisk() throws IOException {
        try (Stream<Path> files = Files.list(test.file().getParent())) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.contains(SECRET)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void delete_answeredQuestionWithEdits_leavesNoByte() throws IOException {
        String text = SECRET.repeat(3_000);
        assertThat(journal.append(Events.mention("m1", text), EntryState.RECEIVED)).isPresent();
        var turn = new Reference("T-1");
        assertThat(store.begin(journal.next(Events.THREAD).orElseThrow(), turn, "")).isPresent();
        journal.append(Events.edited("e2", "m1", text + "2"), EntryState.RECEIVED);
        store.edit(Events.THREAD, MESSAGE, text + "2", Events.NOON);
        assertThat(onDisk()).isTrue();

        assertThat(store.delete(Events.THREAD, MESSAGE, Events.NOON)).contains(turn);

        assertThat(onDisk()).isFalse();
    }

    @Test
    void remove_messageOfTheLog_leavesNoByte() throws IOException {
        var log = new SqlMessageLog(test.get());
        log.add(
                "n",
                new ChatMessage(
                        MESSAGE,
                        Events.THREAD,
                        Optional.of(Events.ANN),
                        Events.NOON,
                        SECRET,
                        Optional.empty(),
                        false));
        assertThat(onDisk()).isTrue();

        assertThat(log.remove(Events.THREAD, MESSAGE)).isTrue();

        assertThat(onDisk()).isFalse();
    }
}
