package parley.store;

import org.junit.jupiter.api.AfterEach;
import parley.contract.Events;
import parley.contract.JournalContract;
import parley.conversation.ConversationStore;
import parley.inbox.Journal;

final class SqliteJournalTest extends JournalContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Journal journal() {
        return new SqlJournal(database.get(), () -> Events.NOON);
    }

    @Override
    protected ConversationStore conversations() {
        return new SqlConversationStore(database.get());
    }
}
