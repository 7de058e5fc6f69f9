package parley.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.chat.Platform;
import parley.privacy.Erased;
import parley.privacy.Subject;

/**
 * What the playground shows of a person: messages, and the answers to them. A thread's first
 * message keeps its place while others stand below it.
 */
final class PersonBoard {
    /** Those that are still being shown come later. */
    static final String ANSWERS =
            """
            SELECT t.reference, m.id FROM turn t
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            JOIN chat_message m ON m.channel = c.platform || '/' || c.workspace || '/' || c.channel
                AND m.nonce > t.reference || '.' AND m.nonce < t.reference || '/'
            WHERE t.asker_id = :person AND t.asked_at <= :upTo
                AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.turn = t.reference
                    AND j.state IN ('ANSWERING', 'ANSWERED'))
            """;

    static final String MESSAGES =
            """
            SELECT id FROM chat_message
            WHERE author_id = :person AND sent_at <= :upTo
                AND (text <> '' OR author_name <> :nobody)
            ORDER BY id DESC
            """;

    private static final String THREADS =
            "SELECT DISTINCT thread FROM chat_message WHERE id IN (<ids>)";

    private static final String BLANK =
            """
            UPDATE chat_message SET text = '', author_name = :nobody
            WHERE id = :id AND thread LIKE '%/' || message_id
                AND EXISTS (SELECT 1 FROM chat_message other
                    WHERE other.thread = chat_message.thread AND other.id <> chat_message.id)
            """;

    private static final String BARE =
            """
            DELETE FROM chat_message WHERE thread = :thread AND author_id IS NOT NULL AND text = ''
                AND NOT EXISTS (SELECT 1 FROM chat_message other
                    WHERE other.thread = chat_message.thread AND other.id <> chat_message.id)
            """;

    private final Database database;
    private final Subject.Person person;
    private final Instant upTo;

    PersonBoard(Database database, Subject.Person person, Instant upTo) {
        this.database = database;
        this.person = person;
        this.upTo = upTo;
    }

    Erased erase() {
        if (person.platform() != Platform.WEB) {
            return Erased.NOTHING;
        }
        long answers = Chunks.each(database, database.read(this::answers), PersonBoard::remove);
        long messages = Chunks.each(database, database.read(this::messages), PersonBoard::blank);
        return new Erased(0, 0, 0, 0, answers + messages);
    }

    private List<Long> answers(Handle handle) {
        return handle.createQuery(ANSWERS)
                .bind("platform", person.platform().label())
                .bind("person", person.user().value())
                .bind("upTo", Timestamps.micros(upTo))
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    private List<Long> messages(Handle handle) {
        return handle.createQuery(MESSAGES)
                .bind("person", person.user().value())
                .bind("upTo", Timestamps.micros(upTo))
                .bind("nobody", Forgotten.NAME)
                .mapTo(Long.class)
                .list();
    }

    private static long blank(Handle handle, List<Long> ids) {
        List<Long> whole = ids.stream().filter(id -> !blank(handle, id)).toList();
        if (!whole.isEmpty()) {
            long _ = remove(handle, whole);
        }
        return ids.size();
    }

    private static boolean blank(Handle handle, long id) {
        return handle.createUpdate(BLANK).bind("id", id).bind("nobody", Forgotten.NAME).execute()
                > 0;
    }

    /** A first message without words goes with the last that stood below it. */
    private static long remove(Handle handle, List<Long> ids) {
        List<String> threads =
                handle.createQuery(THREADS).bindList("ids", ids).mapTo(String.class).list();
        int removed =
                handle.createUpdate("DELETE FROM chat_message WHERE id IN (<ids>)")
                        .bindList("ids", ids)
                        .execute();
        for (String thread : threads) {
            int _ = handle.createUpdate(BARE).bind("thread", thread).execute();
            SqlMessageLog.openAgain(handle, thread);
        }
        return removed;
    }
}
