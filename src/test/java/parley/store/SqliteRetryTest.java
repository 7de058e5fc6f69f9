package parley.store;

import org.junit.jupiter.api.AfterEach;
import parley.contract.Events;
import parley.contract.RetryContract;
import parley.conversation.ConversationStore;
import parley.inbox.Journal;

final class SqliteRetryTest extends RetryContract {
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
}
