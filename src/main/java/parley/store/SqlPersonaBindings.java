package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parley.chat.Author;
import parley.chat.UserId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;
import parley.prompt.PersonaId;

/** The persona bindings in SQL. */
public final class SqlPersonaBindings implements PersonaBindings {
    private static final String FIND =
            "SELECT persona, set_by, set_by_name, set_at FROM persona_binding WHERE scope = :scope";

    private static final String BIND =
            """
            INSERT INTO persona_binding (scope, persona, set_by, set_by_name, set_at)
            VALUES (:scope, :persona, :setBy, :name, :setAt)
            ON CONFLICT (scope) DO UPDATE SET
                persona = excluded.persona, set_by = excluded.set_by,
                set_by_name = excluded.set_by_name, set_at = excluded.set_at
            """;

    private final Database database;

    public SqlPersonaBindings(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PersonaBinding> first(List<BindingScope> scopes) {
        return database.read(handle ->
                scopes.stream().flatMap(scope -> find(handle, scope).stream()).findFirst());
    }

    private static Optional<PersonaBinding> find(Handle handle, BindingScope scope) {
        return handle.createQuery(FIND)
                .bind("scope", scope.key())
                .map((row, context) ->
                        new PersonaBinding(
                                scope,
                                new PersonaId(row.getString("persona")),
                                setBy(row),
                                Columns.instant(row, "set_at")))
                .findOne();
    }

    private static Author setBy(ResultSet row) throws SQLException {
        String id = row.getString("set_by");
        return new Author(new UserId(id), Columns.optional(row, "set_by_name").orElse(id));
    }

    @Override
    public void bind(PersonaBinding binding) {
        var _ =
                database.write(handle ->
                        handle.createUpdate(BIND)
                                .bind("scope", binding.scope().key())
                                .bind("persona", binding.persona().value())
                                .bind("setBy", binding.setBy().id().value())
                                .bind("name", binding.setBy().name())
                                .bind("setAt", Timestamps.micros(binding.setAt()))
                                .execute());
    }

    @Override
    public boolean unbind(BindingScope scope) {
        return database.write(handle ->
                handle.createUpdate("DELETE FROM persona_binding WHERE scope = :scope")
                                .bind("scope", scope.key())
                                .execute()
                        > 0);
    }
}
