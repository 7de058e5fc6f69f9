package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.privacy.ErasureRequest;
import parley.privacy.Erasures;
import parley.privacy.Subject;

/** The wishes to be forgotten in SQL. */
public final class SqlErasures implements Erasures {
    /** A platform's clock may be ahead of ours. */
    static final String NEWEST =
            """
            SELECT max(at) FROM (
                SELECT max(happened_at) AS at FROM journal
                WHERE platform = :platform AND author_id = :person
                UNION ALL SELECT max(sent_at) FROM turn WHERE author_id = :person
                UNION ALL SELECT max(asked_at) FROM turn WHERE asker_id = :person
                UNION ALL SELECT :now)
            """;

    private static final String BUSY =
            "SELECT 1 FROM journal WHERE thread = :thread AND "
                    + JournalRows.UNFINISHED
                    + " LIMIT 1";

    private static final String LAST_TURN =
            """
            SELECT coalesce(max(t.id), 0) FROM conversation c
            JOIN turn t ON t.id > c.id * 1048576 AND t.id < (c.id + 1) * 1048576
            WHERE c.thread = :thread
            """;

    private static final String ADD =
            """
            INSERT INTO erasure (platform, user_id, thread, last_turn, requested_at)
            VALUES (:platform, :person, :thread, :lastTurn, :at)
            RETURNING id, platform, user_id, thread, requested_at
            """;

    private static final String OPEN = "SELECT * FROM erasure WHERE done_at IS NULL ORDER BY id";

    private static final String PEOPLE =
            """
            SELECT * FROM erasure WHERE id IN
                (SELECT max(id) FROM erasure WHERE user_id IS NOT NULL GROUP BY platform, user_id)
            ORDER BY id
            """;

    private static final String DONE =
            "UPDATE erasure SET done_at = :at WHERE id = :id AND done_at IS NULL";

    private static final RowMapper<ErasureRequest> REQUEST =
            (row, context) ->
                    new ErasureRequest(
                            row.getLong("id"), subject(row), Columns.instant(row, "requested_at"));

    private final Database database;

    public SqlErasures(Database database) {
        this.database = database;
    }

    private static Subject subject(ResultSet row) throws SQLException {
        Optional<String> thread = Columns.optional(row, "thread");
        return thread.isPresent()
                ? new Subject.Conversation(ThreadId.parse(thread.get()))
                : new Subject.Person(
                        Platform.ofLabel(row.getString("platform")),
                        new UserId(row.getString("user_id")));
    }

    @Override
    public ErasureRequest add(Subject.Person person, Instant now) {
        return database.write(handle -> {
            long upTo =
                    handle.createQuery(NEWEST)
                            .bind("platform", person.platform().label())
                            .bind("person", person.user().value())
                            .bind("now", Timestamps.micros(now))
                            .mapTo(Long.class)
                            .one();
            return handle.createQuery(ADD)
                    .bind("platform", person.platform().label())
                    .bind("person", person.user().value())
                    .bind("thread", Optional.<String>empty())
                    .bind("lastTurn", Optional.<Long>empty())
                    .bind("at", upTo)
                    .map(REQUEST)
                    .one();
        });
    }

    @Override
    public Optional<ErasureRequest> add(Subject.Conversation thread, Instant now) {
        return database.write(handle ->
                busy(handle, thread.thread())
                        ? Optional.empty()
                        : Optional.of(added(handle, thread.thread(), now)));
    }

    static boolean busy(Handle handle, ThreadId thread) {
        return handle.createQuery(BUSY)
                .bind("thread", thread.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static ErasureRequest added(Handle handle, ThreadId thread, Instant now) {
        return handle.createQuery(ADD)
                .bind("platform", thread.platform().label())
                .bind("person", Optional.<String>empty())
                .bind("thread", thread.toString())
                .bind("lastTurn", lastTurn(handle, thread))
                .bind("at", Timestamps.micros(now))
                .map(REQUEST)
                .one();
    }

    /** The id of the thread's newest turn; 0 when there is none. */
    static long lastTurn(Handle handle, ThreadId thread) {
        return handle.createQuery(LAST_TURN)
                .bind("thread", thread.toString())
                .mapTo(Long.class)
                .one();
    }

    /** That of the thread that is to be forgotten. */
    static long lastTurn(Handle handle, ErasureRequest request) {
        return handle.createQuery("SELECT last_turn FROM erasure WHERE id = :id")
                .bind("id", request.id())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<ErasureRequest> open() {
        return database.read(handle -> handle.createQuery(OPEN).map(REQUEST).list());
    }

    @Override
    public List<ErasureRequest> people() {
        return database.read(handle -> handle.createQuery(PEOPLE).map(REQUEST).list());
    }

    @Override
    public void done(ErasureRequest request, Instant now) {
        int _ =
                database.write(handle ->
                        handle.createUpdate(DONE)
                                .bind("id", request.id())
                                .bind("at", Timestamps.micros(now))
                                .execute());
    }
}
