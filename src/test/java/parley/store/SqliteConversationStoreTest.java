package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Reference;
import parley.contract.Answers;
import parley.contract.ConversationStoreContract;
import parley.contract.Events;
import parley.conversation.CompletedTurn;
import parley.conversation.ConversationStore;
import parley.conversation.Material;
import parley.inbox.EntryState;
import parley.inbox.Journal;

final class SqliteConversationStoreTest extends ConversationStoreContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ConversationStore store() {
        return new SqlConversationStore(database.get());
    }

    @Override
    protected Journal journal() {
        return new SqlJournal(database.get(), () -> Events.NOON);
    }

    @Test
    void begin_answeredBeforeVersionsWereKept_bringsAnUnknownVersion() {
        var turn = new Reference("T-1");
        journal().append(Events.mention("m1", "one"), EntryState.RECEIVED);
        begin(turn);
        store().complete(Answers.complete(turn, "eins"));
        assertThat(begin(turn).personaVersion()).isEqualTo(3);
        var _ =
                database.get()
                        .write(handle -> handle.execute("UPDATE turn SET persona_version = NULL"));

        assertThat(begin(turn).personaVersion()).isZero();
        assertThat(begin(turn).persona()).isEqualTo(Answers.complete(turn, "eins").persona());
    }

    private CompletedTurn begin(Reference turn) {
        var claim = journal().next(Events.THREAD).orElseThrow();
        return store().begin(claim, turn, "", Material.NONE)
                .orElseThrow()
                .completed()
                .orElseGet(() -> Answers.broken(turn, ""));
    }
}
