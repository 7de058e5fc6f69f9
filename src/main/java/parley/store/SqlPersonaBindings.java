package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;
import parley.prompt.PersonaId;

/** The persona bindings in SQL: those for good and those for a time in a table each. */
public final class SqlPersonaBindings implements PersonaBindings {
    private static final String FIND_TIMED =
            "SELECT * FROM persona_binding_timed WHERE scope = :scope AND until > :now";

    private static final String FIND =
            "SELECT *, NULL AS until, NULL AS channel FROM persona_binding WHERE scope = :scope";

    private static final String ENDED =
            "SELECT * FROM persona_binding_timed WHERE until <= :now ORDER BY until, scope";

    private static final String BIND =
            """
            INSERT INTO persona_binding (scope, persona, set_by, set_by_name, set_at)
            VALUES (:scope, :persona, :setBy, :name, :setAt)
            ON CONFLICT (scope) DO UPDATE SET
                persona = excluded.persona, set_by = excluded.set_by,
                set_by_name = excluded.set_by_name, set_at = excluded.set_at
            """;

    private static final String BIND_TIMED =
            """
            INSERT OR REPLACE INTO persona_binding_timed
                (scope, persona, set_by, set_by_name, set_at, until, channel)
            VALUES (:scope, :persona, :setBy, :name, :setAt, :until, :channel)
            """;

    private static final String UNBIND = "DELETE FROM persona_binding WHERE scope = :scope";
    private static final String UNBIND_TIMED =
            "DELETE FROM persona_binding_timed WHERE scope = :scope";

    private static final String END =
            """
            DELETE FROM persona_binding_timed WHERE scope = :scope AND persona = :persona
                AND set_by = :setBy AND set_at = :setAt AND until = :until
            """;

    private static final RowMapper<PersonaBinding> BINDING =
            (row, context) ->
                    new PersonaBinding(
                            BindingScope.ofKey(row.getString("scope")),
                            new PersonaId(row.getString("persona")),
                            setBy(row),
                            Columns.instant(row, "set_at"),
                            Columns.optionalLong(row, "until").map(Timestamps::instant),
                            Columns.optional(row, "channel").map(SqlPersonaBindings::channel));

    private final Database database;

    public SqlPersonaBindings(Database database) {
        this.database = database;
    }

    private static ChannelId channel(String text) {
        String[] ids = text.split("/", -1);
        return new ChannelId(new WorkspaceId(Platform.ofLabel(ids[0]), ids[1]), ids[2]);
    }

    private static Author setBy(ResultSet row) throws SQLException {
        String id = row.getString("set_by");
        return new Author(new UserId(id), Columns.optional(row, "set_by_name").orElse(id));
    }

    @Override
    public Optional<PersonaBinding> first(List<BindingScope> scopes, Instant now) {
        return database.read(handle ->
                scopes.stream().flatMap(scope -> find(handle, scope, now).stream()).findFirst());
    }

    private static Optional<PersonaBinding> find(Handle handle, BindingScope scope, Instant now) {
        return handle.createQuery(FIND_TIMED)
                .bind("scope", scope.key())
                .bind("now", Timestamps.micros(now))
                .map(BINDING)
                .findOne()
                .or(() ->
                        handle.createQuery(FIND).bind("scope", scope.key()).map(BINDING).findOne());
    }

    @Override
    public void bind(PersonaBinding binding) {
        var _ =
                database.write(handle -> {
                    if (binding.until().isPresent()) {
                        Optional<String> channel = binding.setIn().map(ChannelId::toString);
                        return fill(handle.createUpdate(BIND_TIMED), binding)
                                .bind("channel", channel)
                                .execute();
                    }
                    remove(handle, UNBIND_TIMED, binding.scope());
                    return fill(handle.createUpdate(BIND), binding).execute();
                });
    }

    private static <S extends SqlStatement<S>> S fill(S statement, PersonaBinding binding) {
        binding.until().ifPresent(until -> statement.bind("until", Timestamps.micros(until)));
        return statement
                .bind("scope", binding.scope().key())
                .bind("persona", binding.persona().value())
                .bind("setBy", binding.setBy().id().value())
                .bind("name", binding.setBy().name())
                .bind("setAt", Timestamps.micros(binding.setAt()));
    }

    @Override
    public boolean unbind(BindingScope scope) {
        return database.write(
                handle -> remove(handle, UNBIND_TIMED, scope) + remove(handle, UNBIND, scope) > 0);
    }

    private static int remove(Handle handle, String sql, BindingScope scope) {
        return handle.createUpdate(sql).bind("scope", scope.key()).execute();
    }

    @Override
    public List<PersonaBinding> ended(Instant now) {
        return database.read(handle ->
                handle.createQuery(ENDED).bind("now", Timestamps.micros(now)).map(BINDING).list());
    }

    @Override
    public boolean end(PersonaBinding binding) {
        return binding.until().isPresent()
                && database.write(handle -> fill(handle.createUpdate(END), binding).execute() > 0);
    }
}
