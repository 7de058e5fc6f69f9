package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.EventId;
import parley.chat.Platform;
import parley.contract.Events;
import parley.inbox.EntryState;

final class SqliteWhereaboutsTest {
    private final TestDatabase database = new TestDatabase();
    private final SqlWhereabouts whereabouts = new SqlWhereabouts(database.get());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void threadOf_eventThatWasTaken_isItsThread() {
        new SqlJournal(database.get(), () -> Events.NOON)
                .append(Events.mention("1", "hello"), EntryState.RECEIVED);

        assertThat(whereabouts.threadOf(Platform.SLACK, new EventId("e-1")))
                .contains(Events.THREAD);
        assertThat(whereabouts.threadOf(Platform.DISCORD, new EventId("e-1"))).isEmpty();
        assertThat(whereabouts.threadOf(Platform.SLACK, new EventId("e-2"))).isEmpty();
    }
}
