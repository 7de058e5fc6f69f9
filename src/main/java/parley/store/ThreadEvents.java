package parley.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The journal's entries of threads that go away. */
final class ThreadEvents {
    /** Thirds, because each has its own partial index. */
    static final String FIND =
            """
            SELECT id, received_at, payload FROM journal
            WHERE thread = :thread AND kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
                AND received_at <= :upTo
            UNION ALL
            SELECT id, received_at, payload FROM journal
            WHERE thread = :thread AND kind = 'EDITED' AND received_at <= :upTo
            UNION ALL
            SELECT id, received_at, payload FROM journal
            WHERE thread = :thread AND kind IN ('DELETED', 'RETRY', 'CONTINUE')
                AND received_at <= :upTo
            """;

    private static final String REMOVE =
            "DELETE FROM journal WHERE id IN (<ids>) AND state NOT IN ('ANSWERING', 'ANSWERED')";

    private ThreadEvents() {}

    /**
     * An entry.
     *
     * @param bare whether it is to be blanked only
     */
    record Row(long id, boolean bare) {}

    /** Those that are to go, and those that are not bare yet. */
    static List<Row> find(Handle handle, ThreadRemoval.Doomed doomed) {
        RowMapper<Optional<Row>> unlessBare =
                (row, context) -> {
                    String payload = row.getString("payload");
                    boolean bare =
                            !Columns.instant(row, "received_at").isBefore(doomed.bareSince());
                    return bare && EventJson.erased(payload).equals(payload)
                            ? Optional.empty()
                            : Optional.of(new Row(row.getLong("id"), bare));
                };
        return handle
                .createQuery(FIND)
                .bind("thread", doomed.thread().toString())
                .bind("upTo", Timestamps.micros(doomed.upTo()))
                .map(unlessBare)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Gives how many of them were messages of which no turn was made. */
    static long remove(Handle handle, List<Row> rows) {
        List<Long> bare = rows.stream().filter(Row::bare).map(Row::id).toList();
        List<Long> whole = rows.stream().filter(row -> !row.bare).map(Row::id).toList();
        long messages = bare.isEmpty() ? 0 : PersonEvents.blank(handle, bare);
        return messages + (whole.isEmpty() ? 0 : removeWhole(handle, whole));
    }

    private static long removeWhole(Handle handle, List<Long> ids) {
        long messages = PersonEvents.counted(handle, ids);
        int _ = handle.createUpdate(REMOVE).bindList("ids", ids).execute();
        return messages;
    }

    /** Whether entries of up to then are there. */
    static boolean remain(Handle handle, ThreadRemoval.Doomed doomed) {
        return handle.createQuery("SELECT 1 FROM (" + FIND + ") LIMIT 1")
                .bind("thread", doomed.thread().toString())
                .bind("upTo", Timestamps.micros(doomed.upTo()))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
