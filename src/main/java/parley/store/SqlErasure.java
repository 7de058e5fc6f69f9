package parley.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parley.chat.ChannelId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.privacy.Erased;
import parley.privacy.Erasure;
import parley.privacy.ErasureRequest;
import parley.privacy.Subject;

/** Forgetting in SQL. What is found by readers is erased by the writer, a few rows at a time. */
public final class SqlErasure implements Erasure {
    /** Only what has just begun, or has just been answered, is looked at. */
    static final String THEIRS =
            "SELECT DISTINCT j.turn FROM journal j JOIN turn t ON t.reference = j.turn"
                    + " WHERE j.platform = :platform AND j.state IN ('ANSWERING', 'ANSWERED')"
                    + " AND j.kind NOT IN ('EDITED', 'DELETED')"
                    + " AND t.asker_id = :person AND t.asked_at <= :upTo";

    static final String OTHERS =
            "SELECT DISTINCT j.turn FROM journal j JOIN turn t ON t.reference = j.turn"
                    + " WHERE j.platform = :platform AND j.state IN ('ANSWERING')"
                    + " AND j.kind NOT IN ('EDITED', 'DELETED')"
                    + " AND t.asker_id <> :person AND EXISTS (SELECT 1 FROM journal said"
                    + " WHERE said.turn = j.turn AND said.author_id = :person)";

    static final String PRIVATE =
            """
            SELECT count(*) AS said,
                coalesce(sum(kind = 'DIRECT_MESSAGE' AND author_id = :person), 0) AS own
            FROM journal
            WHERE thread = :thread AND kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
            """;

    /**
     * Slack repeats an event for about an hour, and on Discord a day is the most that is caught up
     * with: https://docs.slack.dev/apis/events-api/#retries.
     */
    private static final Duration DELIVERED_AGAIN = Duration.ofHours(25);

    private static final int THREADS_AT_ONCE = 50;

    private final Database database;
    private final ThreadRemoval removal;

    public SqlErasure(Database database) {
        this.database = database;
        this.removal = new ThreadRemoval(database);
    }

    @Override
    public Erased person(Subject.Person person, Instant upTo, Set<String> names) {
        Set<String> known = new HashSet<>(names);
        return new PersonEvents(database, person, upTo)
                .erase(known)
                .plus(new PersonTurns(database, person, upTo).erase(known))
                .plus(new PersonBoard(database, person, upTo).erase())
                .plus(new PersonTraces(database, person, upTo).erase(known));
    }

    @Override
    public UnderWay underWay(Subject.Person person, Instant upTo) {
        return database.read(handle ->
                new UnderWay(
                        turns(handle, THEIRS, person, upTo), turns(handle, OTHERS, person, upTo)));
    }

    private static List<Reference> turns(
            Handle handle, String sql, Subject.Person person, Instant upTo) {
        var query =
                handle.createQuery(sql)
                        .bind("platform", person.platform().label())
                        .bind("person", person.user().value());
        if (sql.equals(THEIRS)) {
            query.bind("upTo", Timestamps.micros(upTo));
        }
        return query.mapTo(String.class).list().stream().map(Reference::new).toList();
    }

    @Override
    public Erased conversation(ErasureRequest request) {
        Erased erased = removal.remove(List.of(doomed(request)));
        return erased.isNothing() ? erased : erased.plus(new Erased(1, 0, 0, 0, 0));
    }

    private ThreadRemoval.Doomed doomed(ErasureRequest request) {
        if (!(request.subject() instanceof Subject.Conversation(ThreadId thread))) {
            throw new IllegalArgumentException("not of a thread: " + request);
        }
        long last = database.read(handle -> SqlErasures.lastTurn(handle, request));
        return new ThreadRemoval.Doomed(
                thread, last, request.upTo(), request.upTo().minus(DELIVERED_AGAIN));
    }

    @Override
    public boolean bareIds(ErasureRequest request, Instant now) {
        ThreadRemoval.Doomed bare = doomed(request);
        boolean needed = now.isBefore(request.upTo().plus(DELIVERED_AGAIN));
        if (needed && database.read(handle -> ThreadEvents.remain(handle, bare))) {
            return false;
        }
        var whole =
                new ThreadRemoval.Doomed(bare.thread(), bare.lastTurn(), bare.upTo(), Instant.MAX);
        Erased _ = removal.remove(List.of(whole));
        int _ = database.write(handle -> ThreadLife.end(handle, whole.thread(), whole.upTo()));
        return true;
    }

    @Override
    public boolean isPrivate(ThreadId thread, UserId person) {
        return database.read(handle ->
                handle.createQuery(PRIVATE)
                        .bind("thread", thread.toString())
                        .bind("person", person.value())
                        .map((row, context) ->
                                row.getLong("said") > 0
                                        && row.getLong("said") == row.getLong("own"))
                        .one());
    }

    @Override
    public List<ChannelId> channels() {
        return database.read(ThreadLife::channels);
    }

    @Override
    public Erased old(ChannelId channel, Instant before) {
        Erased all = Erased.NOTHING;
        List<ThreadLife.Row> page = List.of();
        do {
            List<ThreadLife.Row> last = page;
            page =
                    database.read(handle ->
                            ThreadLife.due(handle, channel, before, last, THREADS_AT_ONCE));
            all = all.plus(removeOld(page, before));
        } while (page.size() == THREADS_AT_ONCE);
        return all;
    }

    private Erased removeOld(List<ThreadLife.Row> page, Instant before) {
        List<ThreadRemoval.Doomed> doomed =
                database.read(handle ->
                        page.stream()
                                .map(ThreadLife.Row::thread)
                                .filter(thread -> !SqlErasures.busy(handle, thread))
                                .map(thread -> old(handle, thread, before))
                                .toList());
        Erased erased = removal.remove(doomed);
        long threads =
                Chunks.each(
                        database,
                        doomed,
                        (handle, chunk) ->
                                chunk.stream()
                                        .mapToInt(it ->
                                                ThreadLife.end(handle, it.thread(), it.upTo()))
                                        .sum());
        return erased.plus(new Erased(threads, 0, 0, 0, 0));
    }

    private static ThreadRemoval.Doomed old(Handle handle, ThreadId thread, Instant before) {
        return new ThreadRemoval.Doomed(
                thread, SqlErasures.lastTurn(handle, thread), before, Instant.MAX);
    }

    @Override
    public boolean overwriteGaps() {
        return database.overwriteGaps();
    }
}
