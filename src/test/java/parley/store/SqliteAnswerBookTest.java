package parley.store;

import org.junit.jupiter.api.AfterEach;
import parley.command.AnswerBook;
import parley.contract.AnswerBookContract;
import parley.contract.Events;
import parley.conversation.ConversationStore;
import parley.inbox.Journal;

final class SqliteAnswerBookTest extends AnswerBookContract {
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

    @Override
    protected AnswerBook answers() {
        return new SqlAnswerBook(database.get());
    }
}
