package parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.ChatMessage;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.contract.Events;
import parley.conversation.Contribution;
import parley.conversation.Material;
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
        assertThat(store.begin(journal.next(Events.THREAD).orElseThrow(), turn, "", Material.NONE))
                .isPresent();
        journal.append(Events.edited("e2", "m1", text + "2"), EntryState.RECEIVED);
        store.edit(Events.edited("e2", "m1", text + "2"), text + "2");
        assertThat(onDisk()).isTrue();

        assertThat(store.delete(Events.THREAD, MESSAGE, Events.NOON)).contains(turn);

        assertThat(onDisk()).isFalse();
    }

    @Test
    void delete_questionWithFiles_leavesNoByteOfThem() throws IOException {
        Inbound.Said asked =
                Events.withFiles(Events.mention("m1", ""), Events.file(SECRET + "plan.png"));
        assertThat(journal.append(asked, EntryState.RECEIVED)).isPresent();
        String bytes = Base64.getEncoder().encodeToString(SECRET.repeat(9_000).getBytes(UTF_8));
        var material =
                new Material(
                        List.of(),
                        List.of(
                                new Contribution(
                                        asked,
                                        asked.author(),
                                        "",
                                        List.of(
                                                new ContentBlock.Text(SECRET),
                                                new ContentBlock.Image("image/png", bytes)),
                                        Optional.of("About " + SECRET))));
        var claim = journal.next(Events.THREAD).orElseThrow();
        assertThat(store.begin(claim, new Reference("T-1"), "", material)).isPresent();
        assertThat(onDisk()).isTrue();

        assertThat(store.delete(Events.THREAD, MESSAGE, Events.NOON)).isPresent();

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
