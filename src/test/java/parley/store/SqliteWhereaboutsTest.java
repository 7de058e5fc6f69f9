package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.contract.Events;
import parley.conversation.Material;
import parley.inbox.Claim;
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

    @Test
    void question_ofAnAnswer_isTheNewestMessageThatItAnswers() {
        SqlJournal journal = new SqlJournal(database.get(), () -> Events.NOON);
        SqlConversationStore store = new SqlConversationStore(database.get());
        Reference turn = new Reference("T-AAAA1111");
        journal.append(Events.mention("1", "first"), EntryState.RECEIVED);
        journal.append(Events.mention("2", "second"), EntryState.RECEIVED);
        Claim claim = journal.next(Events.THREAD).orElseThrow();
        store.begin(claim, turn, "Go on.", Material.NONE);
        journal.append(Events.mention("3", "third"), EntryState.RECEIVED);

        assertThat(whereabouts.question(turn)).contains(new MessageId("2"));
        assertThat(whereabouts.question(new Reference("T-BBBB2222"))).isEmpty();
    }
}
