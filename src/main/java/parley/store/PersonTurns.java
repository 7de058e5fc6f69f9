package parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parley.privacy.Erased;
import parley.privacy.Subject;

/** What conversations hold of a person: messages with their files, and the answers to them. */
final class PersonTurns {
    static final String FILES =
            """
            SELECT f.turn_id, f.block, f.size FROM turn t
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            JOIN file f ON f.turn_id = t.id
            WHERE t.author_id = :person AND t.sent_at <= :upTo
            ORDER BY f.turn_id, f.block
            """;

    static final String MESSAGES =
            """
            SELECT t.id, t.author_name AS name FROM turn t
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            WHERE t.author_id = :person AND t.sent_at <= :upTo
                AND (t.deleted_at IS NULL OR t.author_name <> :nobody OR t.content <> '[]'
                    OR t.note IS NOT NULL)
            """;

    static final String ANSWERS =
            """
            SELECT t.id, t.asker_name AS name FROM turn t
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            WHERE t.asker_id = :person AND t.asked_at <= :upTo
                AND (t.asker_name <> :nobody OR t.content <> '[]' OR t.text <> ''
                    OR t.detail <> '' OR (t.outcome IS NOT NULL AND t.note IS DISTINCT FROM :gone))
            """;

    /** What a press of Continue says is nobody's words. */
    private static final String COUNT_MESSAGES =
            """
            SELECT count(*) FROM turn
            WHERE id IN (<ids>) AND content <> '[]' AND message_id NOT LIKE 'continue.%'
            """;

    private static final String COUNT_ANSWERS =
            "SELECT count(*) FROM turn WHERE id IN (<ids>) AND text <> ''";

    private static final String BLANK_MESSAGES =
            """
            UPDATE turn SET content = '[]', note = NULL, author_name = :nobody,
                deleted_at = coalesce(deleted_at, :at)
            WHERE id IN (<ids>)
            """;

    /** Model, tokens, cost, persona and times stay; one under way is not complete yet. */
    private static final String BLANK_ANSWERS =
            """
            UPDATE turn SET asker_name = :nobody, content = '[]',
                text = CASE WHEN text IS NULL THEN NULL ELSE '' END,
                detail = CASE WHEN detail IS NULL THEN NULL ELSE '' END,
                prefix_hash = CASE WHEN prefix_hash IS NULL THEN NULL ELSE '' END,
                note = CASE WHEN outcome IS NULL THEN NULL ELSE :gone END, missed = NULL
            WHERE id IN (<ids>)
            """;

    private static final String FORGET_LOOKS =
            """
            UPDATE reply_message SET look = NULL
            WHERE turn IN (SELECT reference FROM turn WHERE id IN (<ids>))
            """;

    private static final String REMARKS =
            "SELECT id, note FROM turn WHERE id IN (<ids>) AND note IS NOT NULL";

    private static final String ANSWER_NOTE =
            """
            SELECT id, note FROM turn
            WHERE id > :id AND id < (:id / 1048576 + 1) * 1048576 AND role = 'ASSISTANT'
            ORDER BY id LIMIT 1
            """;

    private final Database database;
    private final Subject.Person person;
    private final Instant upTo;

    PersonTurns(Database database, Subject.Person person, Instant upTo) {
        this.database = database;
        this.person = person;
        this.upTo = upTo;
    }

    private record Row(long id, String name) {}

    /** A note and the turn that it stands under. */
    record Note(long turn, String text) {}

    /** Also gives the names under which the person spoke. */
    Erased erase(Set<String> names) {
        long files = FileRows.remove(database, database.read(this::files));
        List<Row> said = database.read(handle -> find(handle, MESSAGES));
        List<Row> asked = database.read(handle -> find(handle, ANSWERS));
        said.forEach(row -> names.add(row.name));
        asked.forEach(row -> names.add(row.name));
        long messages = Chunks.each(database, ids(said), this::blankMessages);
        long answers = Chunks.each(database, ids(asked), PersonTurns::blankAnswers);
        long others = said.size() - messages + asked.size() - answers;
        return new Erased(0, messages, answers, files, others);
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private List<FileRows.Stored> files(Handle handle) {
        return handle.createQuery(FILES)
                .bind("platform", person.platform().label())
                .bind("person", person.user().value())
                .bind("upTo", Timestamps.micros(upTo))
                .map(FileRows.STORED)
                .list();
    }

    private List<Row> find(Handle handle, String sql) {
        var query =
                handle.createQuery(sql)
                        .bind("platform", person.platform().label())
                        .bind("person", person.user().value())
                        .bind("upTo", Timestamps.micros(upTo))
                        .bind("nobody", Forgotten.NAME);
        if (sql.equals(ANSWERS)) {
            query.bind("gone", Forgotten.NOTE);
        }
        return query.map((row, context) -> new Row(row.getLong("id"), row.getString("name")))
                .list();
    }

    private long blankMessages(Handle handle, List<Long> ids) {
        long count = count(handle, COUNT_MESSAGES, ids);
        for (Note remark : notes(handle, ids)) {
            takeBack(handle, remark);
        }
        int _ =
                handle.createUpdate(BLANK_MESSAGES)
                        .bindList("ids", ids)
                        .bind("nobody", Forgotten.NAME)
                        .bind("at", Timestamps.micros(upTo))
                        .execute();
        return count;
    }

    private static long blankAnswers(Handle handle, List<Long> ids) {
        long count = count(handle, COUNT_ANSWERS, ids);
        int _ =
                handle.createUpdate(BLANK_ANSWERS)
                        .bindList("ids", ids)
                        .bind("nobody", Forgotten.NAME)
                        .bind("gone", Forgotten.NOTE)
                        .execute();
        int _ = handle.createUpdate(FORGET_LOOKS).bindList("ids", ids).execute();
        return count;
    }

    private static long count(Handle handle, String sql, List<Long> ids) {
        return handle.createQuery(sql).bindList("ids", ids).mapTo(Long.class).one();
    }

    private static List<Note> notes(Handle handle, List<Long> ids) {
        return handle.createQuery(REMARKS)
                .bindList("ids", ids)
                .map((row, context) -> new Note(row.getLong("id"), row.getString("note")))
                .list();
    }

    /** A remark names files, and is said again under the answer, whoever asked for that. */
    private static void takeBack(Handle handle, Note remark) {
        Optional<Note> answer =
                handle.createQuery(ANSWER_NOTE)
                        .bind("id", remark.turn())
                        .map((row, context) ->
                                new Note(
                                        row.getLong("id"),
                                        Columns.optional(row, "note").orElse("")))
                        .findOne();
        answer.ifPresent(note -> rewrite(handle, note, note.text().replace(remark.text(), "")));
    }

    static void rewrite(Handle handle, Note note, String text) {
        if (!text.equals(note.text())) {
            int _ =
                    handle.createUpdate("UPDATE turn SET note = :note WHERE id = :id")
                            .bind("id", note.turn())
                            .bind("note", Optional.of(text.strip()).filter(it -> !it.isEmpty()))
                            .execute();
        }
    }
}
