package parley.store;

import org.junit.jupiter.api.AfterEach;
import parley.chat.MessageLog;
import parley.contract.MessageLogContract;

final class SqliteMessageLogTest extends MessageLogContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected MessageLog log() {
        return new SqlMessageLog(database.get());
    }
}
