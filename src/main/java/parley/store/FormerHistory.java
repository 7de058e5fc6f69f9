package parley.store;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Brings a thread's history into the heir as it is in the former database, with its turns, their
 * files and the messages that show them. What only the heir knows of it comes before that.
 */
final class FormerHistory {
    private static final String CONVERSATION =
            "SELECT id FROM %s.conversation WHERE thread = :thread";

    /** The same as there where that is free: wishes to be forgotten name turns by it. */
    private static final String FREE =
            "CASE WHEN EXISTS (SELECT 1 FROM main.conversation h WHERE h.id = f.id)"
                    + " THEN (SELECT max(h.id) + 1 FROM main.conversation h) ELSE f.id END";

    private static final String IN_BOTH =
            " IN (SELECT h.id FROM main.turn h WHERE h.conversation_id = :heir AND EXISTS"
                    + " (SELECT 1 FROM former.turn f WHERE f.reference = h.reference"
                    + " OR (f.conversation_id = :former AND f.message_id = h.message_id)))";

    private static final String OF_ITS_ANSWERS =
            " IN (SELECT reference FROM former.turn WHERE conversation_id = :former"
                    + " AND reference IS NOT NULL)";

    private static final String LAST =
            "SELECT max(ordinal) FROM main.turn WHERE conversation_id = :heir";

    /** What was said after the wish is not meant by it. */
    private static final String LAST_FORGOTTEN =
            "SELECT max(last_turn) - :heir * 1048576 FROM main.erasure WHERE thread = :thread";

    private static final String COUNT =
            "UPDATE main.conversation SET last_ordinal = max(last_ordinal, :after +"
                    + " (SELECT last_ordinal FROM former.conversation WHERE id = :former))"
                    + " WHERE id = :heir";

    private static final Map<String, String> PLACE =
            Map.of(
                    "id", ":heir * 1048576 + f.ordinal + :after",
                    "conversation_id", ":heir",
                    "ordinal", "f.ordinal + :after");

    private static final Map<String, String> OF_TURN =
            Map.of("turn_id", "f.turn_id + (:heir - :former) * 1048576 + :after");

    private final Handle handle;
    private final FormerRows rows;
    private final String thread;

    FormerHistory(Handle handle, FormerRows rows, String thread) {
        this.handle = handle;
        this.rows = rows;
        this.thread = thread;
    }

    /** There is none while the first turn has not begun. */
    void carry() {
        conversation("former").ifPresent(former -> carry(former, heir()));
    }

    private long heir() {
        return conversation("main").orElseGet(this::begin);
    }

    private Optional<Long> conversation(String database) {
        return number(CONVERSATION.formatted(database), Map.of("thread", thread));
    }

    private Optional<Long> number(String query, Map<String, Object> values) {
        return handle.createQuery(query).bindMap(values).mapTo(Long.class).findOne();
    }

    private long begin() {
        rows.add(
                "conversation", Map.of("id", FREE), "f.thread = :thread", Map.of("thread", thread));
        return conversation("main").orElseThrow();
    }

    private void carry(long former, long heir) {
        clear(Map.of("former", former, "heir", heir));
        Map<String, Object> values = Map.of("former", former, "heir", heir, "after", after(heir));
        rows.add("turn", PLACE, "f.conversation_id = :former", values);
        rows.add(
                "file",
                OF_TURN,
                "f.turn_id > :former * 1048576 AND f.turn_id < (:former + 1) * 1048576",
                values);
        rows.add("reply_message", "f.turn" + OF_ITS_ANSWERS, values);
        rows.add("feedback", "f.turn" + OF_ITS_ANSWERS, values);
        update(COUNT, values);
    }

    /** Takes away what both know. */
    private void clear(Map<String, Object> values) {
        update("DELETE FROM main.reply_message WHERE turn" + OF_ITS_ANSWERS, values);
        update("DELETE FROM main.feedback WHERE turn" + OF_ITS_ANSWERS, values);
        if (rows.hasPlace("file")) {
            update("DELETE FROM main.file WHERE turn_id" + IN_BOTH, values);
        }
        update("DELETE FROM main.turn WHERE id" + IN_BOTH, values);
    }

    private void update(String sql, Map<String, Object> values) {
        int _ = handle.createUpdate(sql).bindMap(values).execute();
    }

    /** Behind which ordinal the former turns come: 0, unless the heir knows other ones. */
    private long after(long heir) {
        return number(LAST, Map.of("heir", heir))
                .map(last -> Math.max(last, lastForgotten(heir)))
                .orElse(0L);
    }

    private long lastForgotten(long heir) {
        return rows.hasPlace("erasure")
                ? number(LAST_FORGOTTEN, Map.of("heir", heir, "thread", thread)).orElse(0L)
                : 0;
    }
}
