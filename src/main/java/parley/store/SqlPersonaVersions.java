package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.Author;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;
import parley.prompt.PersonaVersion.Source;
import parley.prompt.PersonaVersions;

/** The versions of personas in SQL; triggers keep its rows as they are. */
public final class SqlPersonaVersions implements PersonaVersions {
    /** The workspace of files. */
    private static final String ALL = "";

    static final String HISTORY =
            """
            SELECT *, row_number() OVER (ORDER BY id) AS number FROM persona_version
            WHERE workspace IN ('', :workspace) AND persona = :persona ORDER BY id
            """;

    /** Counts in the index alone. */
    static final String NEWEST =
            """
            SELECT *, (SELECT count(*) FROM persona_version o WHERE o.workspace IN ('', :workspace)
                AND o.persona = v.persona AND o.id <= v.id) AS number
            FROM persona_version v
            WHERE v.workspace = :of AND v.persona = :persona ORDER BY v.id DESC LIMIT 1
            """;

    static final String CHANGED =
            "SELECT DISTINCT persona FROM persona_version WHERE workspace = :workspace";

    private static final String ADD =
            """
            INSERT INTO persona_version (workspace, persona, source, hash, author_id, author_name, at, reason, text)
            VALUES (:workspace, :persona, :source, :hash, :author, :name, :at, :reason, :text)
            """;

    private static final RowMapper<PersonaVersion> VERSION =
            (row, context) ->
                    new PersonaVersion(
                            row.getInt("number"),
                            new PersonaId(row.getString("persona")),
                            Source.valueOf(row.getString("source")),
                            row.getString("text"),
                            row.getString("hash"),
                            author(row),
                            Columns.instant(row, "at"),
                            row.getString("reason"));

    private final Database database;

    public SqlPersonaVersions(Database database) {
        this.database = database;
    }

    private static Optional<Author> author(ResultSet row) throws SQLException {
        return row.getString("author_id") == null
                ? Optional.empty()
                : Optional.of(Columns.author(row, "author_id", "author_name"));
    }

    @Override
    public List<PersonaVersion> history(WorkspaceId workspace, PersonaId persona) {
        return database.read(handle ->
                handle.createQuery(HISTORY)
                        .bind("workspace", workspace.toString())
                        .bind("persona", persona.value())
                        .map(VERSION)
                        .list());
    }

    @Override
    public Optional<PersonaVersion> newestInChat(WorkspaceId workspace, PersonaId persona) {
        return database.read(
                handle -> newest(handle, workspace.toString(), workspace.toString(), persona));
    }

    @Override
    public Optional<PersonaVersion> newestFile(WorkspaceId workspace, PersonaId persona) {
        return database.read(handle -> newest(handle, ALL, workspace.toString(), persona));
    }

    /**
     * @param of whose version
     * @param workspace whose history it is numbered in
     */
    private static Optional<PersonaVersion> newest(
            Handle handle, String of, String workspace, PersonaId persona) {
        return handle.createQuery(NEWEST)
                .bind("of", of)
                .bind("workspace", workspace)
                .bind("persona", persona.value())
                .map(VERSION)
                .findOne();
    }

    @Override
    public Set<PersonaId> changedIn(WorkspaceId workspace) {
        return database.read(handle ->
                new HashSet<>(
                        handle.createQuery(CHANGED)
                                .bind("workspace", workspace.toString())
                                .map((row, context) -> new PersonaId(row.getString("persona")))
                                .list()));
    }

    @Override
    public Optional<PersonaVersion> append(WorkspaceId workspace, int seen, PersonaVersion draft) {
        String own = workspace.toString();
        return database.write(handle -> {
            int newest =
                    newest(handle, own, own, draft.persona()).map(PersonaVersion::number).orElse(0);
            if (newest != seen) {
                return Optional.empty();
            }
            add(handle, own, draft);
            return newest(handle, own, own, draft.persona());
        });
    }

    @Override
    public Map<PersonaId, Integer> noteFiles(List<PersonaVersion> drafts) {
        return database.write(handle -> {
            Map<PersonaId, Integer> numbers = new HashMap<>();
            drafts.forEach(draft -> numbers.put(draft.persona(), note(handle, draft)));
            return numbers;
        });
    }

    private static int note(Handle handle, PersonaVersion draft) {
        Optional<PersonaVersion> last = newest(handle, ALL, ALL, draft.persona());
        if (last.filter(version -> version.hash().equals(draft.hash())).isPresent()) {
            return last.get().number();
        }
        add(handle, ALL, draft);
        return last.map(PersonaVersion::number).orElse(0) + 1;
    }

    private static void add(Handle handle, String workspace, PersonaVersion draft) {
        Optional<String> author = draft.author().map(by -> by.id().value());
        var _ =
                handle.createUpdate(ADD)
                        .bind("workspace", workspace)
                        .bind("persona", draft.persona().value())
                        .bind("source", draft.source().name())
                        .bind("hash", draft.hash())
                        .bind("author", author)
                        .bind("name", draft.author().map(Author::name))
                        .bind("at", Timestamps.micros(draft.at()))
                        .bind("reason", draft.reason())
                        .bind("text", draft.text())
                        .execute();
    }
}
