package parley.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;

/** What several writers and readers ask of the journal. */
final class JournalRows {
    static final String COLUMNS = "id, payload, state, turn, tries";

    /** A column default in SQL would not do: partial indexes serve only these very words. */
    static final String OPEN =
            "state IN ('NOTED', 'RECEIVED', 'ANSWERING', 'ANSWERED')"
                    + " AND kind NOT IN ('EDITED', 'DELETED')";

    static final String UNFINISHED =
            "state IN ('RECEIVED', 'ANSWERING', 'ANSWERED')"
                    + " AND kind NOT IN ('EDITED', 'DELETED')";
    static final String SAID = "kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')";
    static final String OPEN_OF_THREAD =
            "SELECT "
                    + COLUMNS
                    + " FROM journal WHERE thread = :thread AND "
                    + OPEN
                    + " ORDER BY id";

    static final RowMapper<JournalEntry> ENTRY =
            (row, context) ->
                    new JournalEntry(
                            row.getLong("id"),
                            EventJson.read(row.getString("payload")),
                            EntryState.valueOf(row.getString("state")),
                            Optional.ofNullable(row.getString("turn")).map(Reference::new),
                            row.getInt("tries"));

    private JournalRows() {}

    static List<JournalEntry> open(Handle handle, ThreadId thread) {
        return handle.createQuery(OPEN_OF_THREAD)
                .bind("thread", thread.toString())
                .map(ENTRY)
                .list();
    }

    /** Moves the entries of a turn that are in one of two states. */
    static void move(Handle handle, Reference turn, List<EntryState> from, EntryState to) {
        handle.createUpdate(
                        "UPDATE journal SET state = :to WHERE turn = :turn AND state IN (<from>)")
                .bind("to", to.name())
                .bind("turn", turn.value())
                .bindList("from", from.stream().map(Enum::name).toList())
                .execute();
    }
}
