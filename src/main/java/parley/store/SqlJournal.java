package parley.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Untold;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;

/** The journal in SQL. */
public final class SqlJournal implements Journal {
    private static final String INSERT =
            """
            INSERT INTO journal (platform, event_id, thread, kind, state, message_id, author_id,
                happened_at, received_at, payload)
            SELECT :platform, :event, :thread, :kind, :state, :message, :author,
                :happened, :received, :payload
            WHERE :kind NOT IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
                OR NOT EXISTS (SELECT 1 FROM conversation c
                    JOIN turn t ON t.conversation_id = c.id AND t.message_id = :message
                    WHERE c.thread = :thread)
            ON CONFLICT DO NOTHING
            RETURNING id, payload, state, turn, tries
            """;

    private static final String RAISE =
            """
            UPDATE journal SET state = :state, event_id = :event, kind = :kind, payload = :payload
            WHERE thread = :thread AND message_id = :message AND state = 'NOTED'
                AND event_id <> :event AND kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
                AND NOT EXISTS (SELECT 1 FROM journal seen
                    WHERE seen.platform = :platform AND seen.event_id = :event)
            RETURNING id, payload, state, turn, tries
            """;

    static final String UNFINISHED =
            "SELECT thread FROM journal WHERE "
                    + JournalRows.UNFINISHED
                    + " GROUP BY thread ORDER BY min(id)";

    static final String UNAPPLIED =
            "SELECT "
                    + JournalRows.COLUMNS
                    + " FROM journal WHERE state = 'RECEIVED' AND kind IN ('EDITED', 'DELETED')"
                    + " ORDER BY id";

    private static final String FIND =
            "SELECT "
                    + JournalRows.COLUMNS
                    + " FROM journal WHERE platform = :platform AND event_id = :event";

    private static final String SETTLE =
            "UPDATE journal SET state = :state WHERE id = :id AND turn IS NULL";

    private static final String TRIED = "UPDATE journal SET tries = tries + 1 WHERE id = :id";

    private static final String SPARE =
            "UPDATE journal SET tries = tries - 1 WHERE id = :id AND tries > 0";

    private final Database database;
    private final InstantSource clock;

    /**
     * @param clock tells when events were received: a thread's age is counted from its last one
     */
    public SqlJournal(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<JournalEntry> append(Inbound event, EntryState state) {
        return append(event, state, Optional.empty());
    }

    @Override
    public Optional<JournalEntry> refuse(Inbound.Said question, Untold.Why why) {
        return append(question, EntryState.FAILED, Optional.of(why));
    }

    private Optional<JournalEntry> append(
            Inbound event, EntryState state, Optional<Untold.Why> untold) {
        String payload = EventJson.write(event);
        return database.write(handle -> {
            Optional<JournalEntry> entry =
                    insert(handle, event, state, payload)
                            .or(() ->
                                    raises(event, state)
                                            ? raise(handle, (Inbound.Said) event, state, payload)
                                            : Optional.empty());
            if (entry.isPresent()) {
                ThreadLife.touch(handle, event.thread(), clock.instant());
                untold.ifPresent(
                        why -> UntoldRows.add(handle, event.thread(), why, clock.instant()));
            }
            return entry;
        });
    }

    private Optional<JournalEntry> insert(
            Handle handle, Inbound event, EntryState state, String payload) {
        return bind(handle.createQuery(INSERT), event, payload)
                .bind("state", state.name())
                .bind("message", about(event).map(MessageId::value))
                .bind("author", event.author().id().value())
                .bind("happened", Timestamps.micros(event.at()))
                .bind("received", Timestamps.micros(clock.instant()))
                .map(JournalRows.ENTRY)
                .findOne();
    }

    /**
     * What addresses nobody does not begin to when it comes again, whatever the rules are by now.
     */
    private static boolean raises(Inbound event, EntryState state) {
        return event instanceof Inbound.Said
                && !(event instanceof Inbound.ThreadReply)
                && state != EntryState.NOTED;
    }

    /** The mention of a message that came first as a plain one. */
    private static Optional<JournalEntry> raise(
            Handle handle, Inbound.Said event, EntryState state, String payload) {
        return bind(handle.createQuery(RAISE), event, payload)
                .bind("state", state.name())
                .bind("message", event.message().value())
                .map(JournalRows.ENTRY)
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Inbound event, String payload) {
        return statement
                .bind("platform", event.thread().platform().label())
                .bind("event", event.event().value())
                .bind("thread", event.thread().toString())
                .bind("kind", EventKind.of(event).name())
                .bind("payload", payload);
    }

    private static Optional<MessageId> about(Inbound event) {
        return switch (event) {
            case Inbound.Said said -> Optional.of(said.message());
            case Inbound.Edited edited -> Optional.of(edited.message());
            case Inbound.Deleted deleted -> Optional.of(deleted.message());
            case Inbound.Retry _, Inbound.Continue _ -> Optional.empty();
        };
    }

    @Override
    public List<Untold> untold(Platform platform) {
        return database.read(handle -> UntoldRows.of(handle, platform));
    }

    @Override
    public void told(ChannelId channel, Untold.Why why, int questions) {
        var _ = database.write(handle -> UntoldRows.less(handle, channel, why, questions));
    }

    @Override
    public Optional<JournalEntry> find(Inbound event) {
        return database.read(handle ->
                handle.createQuery(FIND)
                        .bind("platform", event.thread().platform().label())
                        .bind("event", event.event().value())
                        .map(JournalRows.ENTRY)
                        .findOne());
    }

    @Override
    public Optional<Claim> next(ThreadId thread) {
        return ClaimRule.next(thread, database.read(handle -> JournalRows.open(handle, thread)));
    }

    @Override
    public List<ThreadId> unfinished() {
        return database.read(handle ->
                handle.createQuery(UNFINISHED)
                        .map((row, context) -> ThreadId.parse(row.getString("thread")))
                        .list());
    }

    @Override
    public List<JournalEntry> unappliedAmendments() {
        return database.read(handle -> handle.createQuery(UNAPPLIED).map(JournalRows.ENTRY).list());
    }

    @Override
    public void tried(List<JournalEntry> entries) {
        each(TRIED, entries, _ -> {});
    }

    @Override
    public void spare(List<JournalEntry> entries) {
        each(SPARE, entries, _ -> {});
    }

    @Override
    public void settle(List<JournalEntry> entries, EntryState state) {
        each(SETTLE, entries, batch -> batch.bind("state", state.name()));
    }

    private void each(String update, List<JournalEntry> entries, Consumer<PreparedBatch> more) {
        if (entries.isEmpty()) {
            return;
        }
        var _ =
                database.write(handle -> {
                    PreparedBatch batch = handle.prepareBatch(update);
                    for (JournalEntry entry : entries) {
                        more.accept(batch.bind("id", entry.id()));
                        batch.add();
                    }
                    return batch.execute().length;
                });
    }
}
