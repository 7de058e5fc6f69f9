package parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parley.chat.ThreadId;
import parley.privacy.Erased;

/**
 * Takes threads away, row by row, up to some moment; what is said in them meanwhile stays. A turn
 * that is being answered stays too, which its thread then does not survive for long.
 */
final class ThreadRemoval {
    static final String FILES =
            """
            SELECT f.turn_id, f.block, f.size FROM conversation c
            JOIN file f ON f.turn_id > c.id * 1048576 AND f.turn_id < (c.id + 1) * 1048576
            WHERE c.thread = :thread AND f.turn_id <= :last
            ORDER BY f.turn_id, f.block
            """;

    static final String TURNS =
            """
            SELECT t.id, t.reference, t.message_id FROM conversation c
            JOIN turn t ON t.id > c.id * 1048576 AND t.id < (c.id + 1) * 1048576
            WHERE c.thread = :thread AND t.id <= :last
            """;

    private static final String BUSY =
            """
            SELECT t.id FROM turn t JOIN journal j ON j.turn = t.reference
            WHERE t.id IN (<ids>) AND j.state IN ('ANSWERING', 'ANSWERED')
            """;

    static final String MESSAGES =
            "SELECT id FROM chat_message WHERE thread = :thread AND sent_at <= :upTo";

    private static final String CONVERSATION =
            """
            DELETE FROM conversation WHERE thread = :thread AND NOT EXISTS (SELECT 1 FROM turn t
                WHERE t.id > conversation.id * 1048576 AND t.id < (conversation.id + 1) * 1048576)
            """;

    private final Database database;

    ThreadRemoval(Database database) {
        this.database = database;
    }

    /**
     * A thread and what of it is to go.
     *
     * @param lastTurn the newest turn that is meant
     * @param upTo what was heard later is not meant
     * @param bareSince what was heard since then leaves its bare ids: it may be delivered again
     */
    record Doomed(ThreadId thread, long lastTurn, Instant upTo, Instant bareSince) {}

    private record TurnRow(long id, String reference, boolean counts) {}

    /** All but the number of threads is counted. */
    Erased remove(List<Doomed> threads) {
        List<FileRows.Stored> files = new ArrayList<>();
        List<TurnRow> turns = new ArrayList<>();
        List<ThreadEvents.Row> events = new ArrayList<>();
        List<Long> shown = new ArrayList<>();
        var _ =
                database.read(handle -> {
                    for (Doomed doomed : threads) {
                        files.addAll(files(handle, doomed));
                        turns.addAll(turns(handle, doomed));
                        events.addAll(ThreadEvents.find(handle, doomed));
                        shown.addAll(shown(handle, doomed));
                    }
                    return true;
                });
        long removedFiles = FileRows.remove(database, files);
        long messages = Chunks.each(database, turns, ThreadRemoval::removeTurns);
        messages += Chunks.each(database, events, ThreadEvents::remove);
        long rest = Chunks.each(database, shown, ThreadRemoval::removeShown);
        rest += Chunks.each(database, threads, ThreadRemoval::end);
        long answers = turns.stream().filter(turn -> !turn.reference.isEmpty()).count();
        return new Erased(0, messages, answers, removedFiles, rest);
    }

    private static List<FileRows.Stored> files(Handle handle, Doomed doomed) {
        return handle.createQuery(FILES)
                .bind("thread", doomed.thread.toString())
                .bind("last", doomed.lastTurn)
                .map(FileRows.STORED)
                .list();
    }

    private static List<TurnRow> turns(Handle handle, Doomed doomed) {
        return handle.createQuery(TURNS)
                .bind("thread", doomed.thread.toString())
                .bind("last", doomed.lastTurn)
                .map((row, context) -> {
                    String message = Columns.optional(row, "message_id").orElse("");
                    return new TurnRow(
                            row.getLong("id"),
                            Columns.optional(row, "reference").orElse(""),
                            !message.isEmpty() && !message.startsWith("continue."));
                })
                .list();
    }

    private static List<Long> shown(Handle handle, Doomed doomed) {
        return handle.createQuery(MESSAGES)
                .bind("thread", doomed.thread.toString())
                .bind("upTo", Timestamps.micros(doomed.upTo))
                .mapTo(Long.class)
                .list();
    }

    /** Gives how many messages of people were among them. */
    private static long removeTurns(Handle handle, List<TurnRow> turns) {
        List<Long> all = turns.stream().map(TurnRow::id).toList();
        Set<Long> busy =
                new HashSet<>(
                        handle.createQuery(BUSY).bindList("ids", all).mapTo(Long.class).list());
        List<TurnRow> free = turns.stream().filter(turn -> !busy.contains(turn.id)).toList();
        List<String> references =
                free.stream().map(TurnRow::reference).filter(it -> !it.isEmpty()).toList();
        delete(handle, "DELETE FROM reply_message WHERE turn IN (<ids>)", references);
        delete(handle, "DELETE FROM feedback WHERE turn IN (<ids>)", references);
        List<Long> ids = free.stream().map(TurnRow::id).toList();
        delete(handle, "DELETE FROM file WHERE turn_id IN (<ids>)", ids);
        delete(handle, "DELETE FROM turn WHERE id IN (<ids>)", ids);
        return free.stream().filter(TurnRow::counts).count();
    }

    private static long removeShown(Handle handle, List<Long> ids) {
        return delete(handle, "DELETE FROM chat_message WHERE id IN (<ids>)", ids);
    }

    private static int delete(Handle handle, String sql, List<?> ids) {
        return ids.isEmpty() ? 0 : handle.createUpdate(sql).bindList("ids", ids).execute();
    }

    private static long end(Handle handle, List<Doomed> threads) {
        long ended = 0;
        for (Doomed doomed : threads) {
            ended +=
                    handle.createUpdate(CONVERSATION)
                            .bind("thread", doomed.thread.toString())
                            .execute();
            SqlMessageLog.openAgain(handle, doomed.thread.toString());
        }
        return ended;
    }
}
