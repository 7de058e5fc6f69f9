package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;
import parley.contract.Events;
import parley.conversation.Contribution;
import parley.conversation.Material;
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
    void knownSince_isTheBeginningOfANewDatabase_butOfOneThatIsInUseLongAgo() {
        Instant made = whereabouts.knownSince();
        assertThat(made).isAfter(Events.NOON);
        assertThat(new SqlWhereabouts(database.reopen()).knownSince()).isEqualTo(made);

        hear(Events.mention("1", "hello"), 0);
        Stream.of(
                        "DROP TABLE memory",
                        "DROP TABLE untold",
                        "ALTER TABLE reply_message DROP COLUMN look",
                        "ALTER TABLE turn DROP COLUMN standing",
                        "ALTER TABLE turn DROP COLUMN missed",
                        "ALTER TABLE turn DROP COLUMN missed_at",
                        "DELETE FROM flyway_schema_history WHERE version >= '011'")
                .forEach(sql -> database.get().write(handle -> handle.execute(sql)));
        assertThat(new SqlWhereabouts(database.reopen()).knownSince()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void alive_tellsWhereSomethingWasHeard_newestFirst() {
        hear(Events.mention("1", "hello"), 0);
        hear(Events.mention(Events.OTHER, Events.ANN, "2", "hello"), 60);

        assertThat(whereabouts.alive(Events.CHANNEL, Events.NOON, 5))
                .containsExactly(Events.OTHER, Events.THREAD);
        assertThat(whereabouts.alive(Events.CHANNEL, Events.NOON, 1)).containsExactly(Events.OTHER);
        assertThat(whereabouts.alive(Events.CHANNEL, Events.NOON.plusSeconds(61), 5)).isEmpty();
    }

    @Test
    void lastUsed_tellsWhereSomethingWasHeardLast_howeverOldTheConversation() {
        Inbound.Mention first = direct("1", "7");
        hear(first, 0);
        hear(direct("2", "8"), 10);
        hear(direct("3", "9"), 20);
        hear(direct("4", "7"), 30);
        hear(Events.mention("5", "elsewhere"), 40);
        WorkspaceId workspace = first.thread().channel().workspace();

        Whereabouts.Used used = whereabouts.lastUsed(workspace, 2);

        assertThat(used.channels()).extracting(ChannelId::value).containsExactly("7", "9");
        assertThat(used.more()).isOne();
        assertThat(whereabouts.lastUsed(workspace, 9).channels()).hasSize(3);
    }

    private static Inbound.Mention direct(String message, String channel) {
        var place = new ChannelId(new WorkspaceId(Platform.DISCORD, "@me"), channel);
        return Events.mention(new ThreadId(place, channel), Events.ANN, message, "hello");
    }

    @Test
    void said_tellsWhatIsKnown_waitingOrAnsweredOrReadBefore_butNotWhatIsTooOld() {
        hear(Events.mention(Events.OTHER, Events.ANN, "waiting", "hello"), 10);
        hear(Events.at(Events.mention("old", "hello"), Events.NOON.minusSeconds(60)), 0);
        hear(Events.mention("asked", "why?"), 20);
        var question = Events.mention("asked", "why?");
        var earlier = told(Events.reply(Events.BOB, "before", "it is down"));
        var conversations = new SqlConversationStore(database.get());
        var claim = new SqlJournal(database.get(), () -> Events.NOON).next(Events.THREAD);
        conversations.begin(
                claim.orElseThrow(),
                new Reference("T-1"),
                "",
                new Material(List.of(earlier), List.of(told(question))));
        conversations.delete(Events.OTHER, new MessageId("nothing"), Events.NOON);

        var known = whereabouts.said(Events.CHANNEL, Events.NOON, Events.NOON.plusSeconds(1));

        assertThat(known)
                .extracting(it -> it.message().value())
                .containsExactlyInAnyOrder("waiting", "asked", "before");
        assertThat(known)
                .filteredOn(it -> it.message().value().equals("before"))
                .allMatch(it -> it.event().isEmpty() && it.thread().equals(Events.THREAD));
        assertThat(known)
                .filteredOn(it -> it.message().value().equals("asked"))
                .allMatch(it -> it.event().equals(Optional.of(new EventId("e-asked"))));
        assertThat(
                        whereabouts.said(
                                Events.CHANNEL,
                                Events.NOON.plusSeconds(1),
                                Events.NOON.plusSeconds(9)))
                .isEmpty();
    }

    private static Contribution told(Inbound.Said said) {
        return new Contribution(said, said.author(), said.text(), List.of(), Optional.empty());
    }

    private void hear(Inbound event, int seconds) {
        assertThat(
                        new SqlJournal(database.get(), () -> Events.NOON.plusSeconds(seconds))
                                .append(event, EntryState.RECEIVED))
                .isPresent();
    }
}
