package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.contract.Events;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.inbox.Claim;
import parley.inbox.EntryState;

/** A database of one question, of which a backup is made. */
abstract class RestoreFolder {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final Reference TURN = new Reference("T-1");

    /** Nothing is taken along of what is said there. */
    static final ThreadId PLAYGROUND = ThreadId.parse("web/W1/general/1");

    @TempDir Path folder;
    Path file;
    Path copy;
    String url;

    @BeforeEach
    final void makeDatabase() {
        file = folder.resolve("data/parley.db");
        copy = folder.resolve("copy.db");
        url = "jdbc:sqlite:" + file;
        try (Database database = Database.open(url)) {
            append(database, 1);
        }
    }

    static final void append(Database database, int n) {
        assertThat(
                        new SqlJournal(database, () -> Events.NOON)
                                .append(Events.mention("e" + n, "text"), EntryState.RECEIVED))
                .isPresent();
    }

    final Holdings backup() {
        return Backup.make(url, copy);
    }

    final void beginTurn() {
        try (Database database = Database.open(url)) {
            var store = new SqlConversationStore(database);
            Claim claim = new SqlJournal(database, () -> NOON).next(Events.THREAD).orElseThrow();
            assertThat(store.begin(claim, TURN, "", Material.NONE)).isPresent();
            store.posted(TURN, 0, new MessageId("p0"));
            store.looks(TURN, 0, Optional.of("so"));
        }
    }

    final OpenTurn begunTurn() {
        try (Database database = Database.open(url)) {
            return database.read(handle -> TurnRows.open(handle, TURN));
        }
    }

    final Instant knownSince() {
        try (Database database = Database.open(url)) {
            return new SqlWhereabouts(database).knownSince();
        }
    }

    static final void begin(Database database, Reference turn) {
        Claim claim = new SqlJournal(database, () -> NOON).next(Events.THREAD).orElseThrow();
        assertThat(new SqlConversationStore(database).begin(claim, turn, "", Material.NONE))
                .isPresent();
    }
}
