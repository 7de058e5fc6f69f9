package parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.privacy.Erased;
import parley.privacy.Subject;

/** What else tells of a person: feedback, limits, the name under answers that were stopped. */
final class PersonTraces {
    static final String FEEDBACK =
            """
            SELECT f.turn FROM feedback f
            JOIN turn t ON t.reference = f.turn
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            WHERE f.user_id = :person AND f.said_at <= :upTo
            """;

    private static final String DROP_FEEDBACK =
            "DELETE FROM feedback WHERE user_id = :person AND turn IN (<turns>)";

    static final String STOPPED =
            """
            SELECT t.id, t.note FROM turn t
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            WHERE (t.outcome = 'STOPPED' OR t.standing = 'STOPPED') AND t.note IS NOT NULL
            """;

    private final Database database;
    private final Subject.Person person;
    private final Instant upTo;

    PersonTraces(Database database, Subject.Person person, Instant upTo) {
        this.database = database;
        this.person = person;
        this.upTo = upTo;
    }

    /**
     * @param names by which the person is known
     */
    Erased erase(Set<String> names) {
        long feedback = Chunks.each(database, database.read(this::feedback), this::dropFeedback);
        List<PersonTurns.Note> notes =
                database.read(handle -> stopped(handle)).stream()
                        .filter(note -> !without(note.text(), names).equals(note.text()))
                        .toList();
        long renamed =
                Chunks.each(
                        database,
                        notes,
                        (handle, chunk) -> {
                            chunk.forEach(note ->
                                    PersonTurns.rewrite(handle, note, without(note.text(), names)));
                            return chunk.size();
                        });
        // What counts towards the limit of an hour is bare ids, which that hour takes away.
        return new Erased(0, 0, 0, 0, feedback + renamed);
    }

    private <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("platform", person.platform().label())
                .bind("person", person.user().value())
                .bind("upTo", Timestamps.micros(upTo));
    }

    private List<String> feedback(Handle handle) {
        return bind(handle.createQuery(FEEDBACK)).mapTo(String.class).list();
    }

    private long dropFeedback(Handle handle, List<String> turns) {
        return handle.createUpdate(DROP_FEEDBACK)
                .bind("person", person.user().value())
                .bindList("turns", turns)
                .execute();
    }

    private List<PersonTurns.Note> stopped(Handle handle) {
        return handle.createQuery(STOPPED)
                .bind("platform", person.platform().label())
                .map((row, context) ->
                        new PersonTurns.Note(row.getLong("id"), row.getString("note")))
                .list();
    }

    /** "Stopped by Ann." tells no more who it was. */
    private static String without(String note, Set<String> names) {
        String nameless = note;
        for (String name : names) {
            nameless = nameless.replace(" by " + name + ".", " by " + Forgotten.NAME + ".");
        }
        return nameless;
    }
}
