package parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.inbox.EntryState;

/** The journal's rows that hold text of one message: what was said, and its edits. */
final class JournalPayloads {
    /** Two halves, because each has its own partial index. */
    private static final String FIND =
            """
            SELECT id, kind, payload, state, edited_at FROM journal
            WHERE thread = :thread AND message_id = :message
                AND kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
            UNION ALL
            SELECT id, kind, payload, state, edited_at FROM journal
            WHERE thread = :thread AND message_id = :message AND kind = 'EDITED'
            """;

    private static final String UPDATE =
            "UPDATE journal SET payload = :payload, state = :state WHERE id = :id";

    private static final String EDITED = "UPDATE journal SET edited_at = :at WHERE id = :id";

    private record Row(
            long id, EventKind kind, String payload, EntryState state, Optional<Instant> edited) {
        boolean said() {
            return kind != EventKind.EDITED;
        }

        boolean waits() {
            return said() && (state == EntryState.NOTED || state == EntryState.RECEIVED);
        }
    }

    private final Handle handle;
    private final List<Row> rows;

    JournalPayloads(Handle handle, ThreadId thread, MessageId message) {
        this.handle = handle;
        this.rows =
                handle.createQuery(FIND)
                        .bind("thread", thread.toString())
                        .bind("message", message.value())
                        .map((row, context) ->
                                new Row(
                                        row.getLong("id"),
                                        EventKind.valueOf(row.getString("kind")),
                                        row.getString("payload"),
                                        EntryState.valueOf(row.getString("state")),
                                        Columns.optionalLong(row, "edited_at")
                                                .map(Timestamps::instant)))
                        .list();
    }

    /**
     * Changes what was said while it waits, or after that along with its turn, unless it was
     * changed later already.
     *
     * @return whether there was another text
     */
    boolean edit(String text, boolean inTurn, Instant at) {
        return rows.stream()
                        .filter(row -> row.waits() || (row.said() && inTurn))
                        .filter(row -> row.edited().filter(at::isBefore).isEmpty())
                        .peek(row -> mark(row, at))
                        .filter(row -> !EventJson.textOf(row.payload).equals(text))
                        .peek(row -> update(row, EventJson.withText(row.payload, text), row.state))
                        .count()
                > 0;
    }

    /**
     * Blanks every text and whatever tells of files; what waits to be answered is settled.
     *
     * @return whether there was any
     */
    boolean forget() {
        return rows.stream()
                        .filter(row ->
                                row.waits()
                                        || !EventJson.forgotten(row.payload).equals(row.payload))
                        .peek(row ->
                                update(
                                        row,
                                        EventJson.forgotten(row.payload),
                                        row.waits() ? EntryState.DELIVERED : row.state))
                        .count()
                > 0;
    }

    private void mark(Row row, Instant at) {
        handle.createUpdate(EDITED).bind("at", Timestamps.micros(at)).bind("id", row.id).execute();
    }

    private void update(Row row, String payload, EntryState state) {
        handle.createUpdate(UPDATE)
                .bind("payload", payload)
                .bind("state", state.name())
                .bind("id", row.id)
                .execute();
    }
}
