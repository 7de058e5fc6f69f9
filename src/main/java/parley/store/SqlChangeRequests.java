package parley.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.command.ChangeRequest;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;
import parley.command.ChangeRequests;
import parley.command.Origin;

/** The requests for changes in SQL. */
public final class SqlChangeRequests implements ChangeRequests {
    private static final String ADD =
            """
            INSERT INTO change_request (id, platform, workspace, channel, thread, author_id, author_name,
                kind, data, at, state, decider_id, decider_name, decided_at)
            VALUES (:id, :platform, :workspace, :channel, :thread, :author, :name,
                :kind, :data, :at, :state, :decider, :deciderName, :decidedAt)
            """;

    private static final String DECIDE =
            """
            UPDATE change_request
            SET state = :state, decider_id = :decider, decider_name = :name, decided_at = :at
            WHERE id = :id AND state = 'OPEN'
            """;

    private static final RowMapper<ChangeRequest> REQUEST =
            (row, context) ->
                    new ChangeRequest(
                            row.getString("id"),
                            origin(row),
                            row.getString("kind"),
                            data(row.getString("data")),
                            Columns.instant(row, "at"),
                            State.valueOf(row.getString("state")),
                            decision(row));

    private final Database database;

    public SqlChangeRequests(Database database) {
        this.database = database;
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var workspace =
                new WorkspaceId(
                        Platform.ofLabel(row.getString("platform")), row.getString("workspace"));
        return new Origin(
                new ChannelId(workspace, row.getString("channel")),
                Columns.optional(row, "thread").map(ThreadId::parse),
                Columns.author(row, "author_id", "author_name"));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        return Columns.optional(row, "decider_id").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Decision(
                                Columns.author(row, "decider_id", "decider_name"),
                                Columns.instant(row, "decided_at")));
    }

    private static Map<String, String> data(String json) {
        Map<String, String> data = new HashMap<>();
        Json.read(json)
                .properties()
                .forEach(field -> data.put(field.getKey(), field.getValue().asText()));
        return data;
    }

    private static String json(Map<String, String> data) {
        ObjectNode json = Json.object();
        data.forEach(json::put);
        return Json.write(json);
    }

    @Override
    public void add(ChangeRequest request) {
        Origin origin = request.origin();
        Optional<Decision> decision = request.decision();
        Optional<String> thread = origin.thread().map(ThreadId::toString);
        var _ =
                database.write(handle ->
                        handle.createUpdate(ADD)
                                .bind("id", request.id())
                                .bind("platform", origin.workspace().platform().label())
                                .bind("workspace", origin.workspace().value())
                                .bind("channel", origin.channel().value())
                                .bind("thread", thread)
                                .bind("author", origin.author().id().value())
                                .bind("name", origin.author().name())
                                .bind("kind", request.kind())
                                .bind("data", json(request.data()))
                                .bind("at", Timestamps.micros(request.at()))
                                .bind("state", request.state().name())
                                .bind("decider", decision.map(it -> it.by().id().value()))
                                .bind("deciderName", decision.map(it -> it.by().name()))
                                .bind("decidedAt", decision.map(it -> Timestamps.micros(it.at())))
                                .execute());
    }

    @Override
    public Optional<ChangeRequest> find(String id) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM change_request WHERE id = :id")
                        .bind("id", id)
                        .map(REQUEST)
                        .findOne());
    }

    @Override
    public boolean decide(String id, State state, Decision decision) {
        return database.write(handle ->
                handle.createUpdate(DECIDE)
                                .bind("id", id)
                                .bind("state", state.name())
                                .bind("decider", decision.by().id().value())
                                .bind("name", decision.by().name())
                                .bind("at", Timestamps.micros(decision.at()))
                                .execute()
                        > 0);
    }

    @Override
    public void close(String id) {
        change(
                "UPDATE change_request SET state = 'CLOSED' WHERE id = :id AND state = 'APPROVED'",
                id);
    }

    @Override
    public List<ChangeRequest> unfinished() {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT * FROM change_request WHERE state = 'APPROVED' ORDER BY at")
                        .map(REQUEST)
                        .list());
    }

    @Override
    public void remove(String id) {
        change("DELETE FROM change_request WHERE id = :id", id);
    }

    private void change(String sql, String id) {
        var _ = database.write(handle -> handle.createUpdate(sql).bind("id", id).execute());
    }

    @Override
    public void removeBefore(Instant then) {
        var _ =
                database.write(handle ->
                        handle.createUpdate("DELETE FROM change_request WHERE at < :then")
                                .bind("then", Timestamps.micros(then))
                                .execute());
    }
}
