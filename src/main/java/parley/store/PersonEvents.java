package parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.inbox.EntryState;
import parley.privacy.Erased;
import parley.privacy.Subject;

/** What the journal holds of a person: what was said, edited, pressed. */
final class PersonEvents {
    static final String FIND =
            """
            SELECT id, kind, state, turn, payload FROM journal
            WHERE platform = :platform AND author_id = :person AND happened_at <= :upTo
            """;

    private static final String AGAIN =
            "SELECT id, kind, state, turn, payload FROM journal WHERE id IN (<ids>)";

    private static final String BLANK =
            "UPDATE journal SET payload = :payload, state = :state WHERE id = :id";

    private static final RowMapper<Row> ROW =
            (row, context) ->
                    new Row(
                            row.getLong("id"),
                            EventKind.valueOf(row.getString("kind")),
                            EntryState.valueOf(row.getString("state")),
                            row.getString("turn") != null,
                            row.getString("payload"));

    private final Database database;
    private final Subject.Person person;
    private final Instant upTo;

    PersonEvents(Database database, Subject.Person person, Instant upTo) {
        this.database = database;
        this.person = person;
        this.upTo = upTo;
    }

    /** An entry of the journal, which can be blanked. */
    record Row(long id, EventKind kind, EntryState state, boolean covered, String payload) {
        /** Nothing is to come of it any more; a deletion still may, since it says nothing. */
        boolean waits() {
            return kind != EventKind.DELETED
                    && (state == EntryState.NOTED || state == EntryState.RECEIVED);
        }

        boolean toBlank() {
            return waits() || !EventJson.erased(payload).equals(payload);
        }

        /** What is in no turn is counted here. */
        boolean counts() {
            return !covered && kind.said() && EventJson.saysSomething(payload);
        }
    }

    /** Also gives the names under which the person spoke. */
    Erased erase(Set<String> names) {
        List<Long> ids = database.read(handle -> find(handle, names));
        long messages = Chunks.each(database, ids, PersonEvents::blank);
        return new Erased(0, messages, 0, 0, ids.size() - messages);
    }

    private List<Long> find(Handle handle, Set<String> names) {
        List<Long> found = new ArrayList<>();
        try (Stream<Row> rows =
                handle
                        .createQuery(FIND)
                        .bind("platform", person.platform().label())
                        .bind("person", person.user().value())
                        .bind("upTo", Timestamps.micros(upTo))
                        .map(ROW)
                        .stream()) {
            rows.filter(Row::toBlank)
                    .forEach(row -> {
                        found.add(row.id());
                        names.add(EventJson.authorOf(row.payload()));
                    });
        }
        return found;
    }

    /** Each as it is now; gives how many of them were messages of which no turn was made. */
    static long blank(Handle handle, List<Long> ids) {
        List<Row> rows = rows(handle, ids);
        for (Row row : rows) {
            int _ =
                    handle.createUpdate(BLANK)
                            .bind("id", row.id())
                            .bind("payload", EventJson.erased(row.payload()))
                            .bind(
                                    "state",
                                    (row.waits() ? EntryState.DELIVERED : row.state()).name())
                            .execute();
        }
        return rows.stream().filter(Row::counts).count();
    }

    private static List<Row> rows(Handle handle, List<Long> ids) {
        return handle.createQuery(AGAIN).bindList("ids", ids).map(ROW).list();
    }

    /** How many of them are messages of which no turn was made. */
    static long counted(Handle handle, List<Long> ids) {
        return rows(handle, ids).stream().filter(Row::counts).count();
    }
}
