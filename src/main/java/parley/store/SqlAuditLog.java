package parley.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.WorkspaceId;

/** The audit log in SQL; triggers keep its rows as they are. */
public final class SqlAuditLog implements AuditLog {
    private static final String ADD =
            """
            INSERT INTO audit (at, platform, workspace, channel, actor_id, actor_name, action, target, result, detail)
            VALUES (:at, :platform, :workspace, :channel, :actor, :name, :action, :target, :result, :detail)
            """;

    private static final String NEWEST =
            "SELECT * FROM audit WHERE platform = :platform AND workspace = :workspace"
                    + " ORDER BY id DESC LIMIT :most";

    private static final RowMapper<AuditEntry> ENTRY =
            (row, context) -> {
                var workspace =
                        new WorkspaceId(
                                Platform.ofLabel(row.getString("platform")),
                                row.getString("workspace"));
                return new AuditEntry(
                        Columns.instant(row, "at"),
                        workspace,
                        Columns.optional(row, "channel").map(id -> new ChannelId(workspace, id)),
                        Columns.author(row, "actor_id", "actor_name"),
                        row.getString("action"),
                        row.getString("target"),
                        AuditEntry.Result.valueOf(row.getString("result")),
                        row.getString("detail"));
            };

    private final Database database;

    public SqlAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        Optional<String> channel = entry.channel().map(ChannelId::value);
        var _ =
                database.write(handle ->
                        handle.createUpdate(ADD)
                                .bind("at", Timestamps.micros(entry.at()))
                                .bind("platform", entry.workspace().platform().label())
                                .bind("workspace", entry.workspace().value())
                                .bind("channel", channel)
                                .bind("actor", entry.actor().id().value())
                                .bind("name", entry.actor().name())
                                .bind("action", entry.action())
                                .bind("target", entry.target())
                                .bind("result", entry.result().name())
                                .bind("detail", entry.detail())
                                .execute());
    }

    @Override
    public List<AuditEntry> newest(WorkspaceId workspace, int most) {
        return database.read(handle ->
                handle.createQuery(NEWEST)
                        .bind("platform", workspace.platform().label())
                        .bind("workspace", workspace.value())
                        .bind("most", most)
                        .map(ENTRY)
                        .list());
    }

    @Override
    public void each(Consumer<AuditEntry> reader) {
        var _ =
                database.read(handle -> {
                    try (Stream<AuditEntry> all = all(handle)) {
                        all.forEach(reader);
                    }
                    return true;
                });
    }

    static Stream<AuditEntry> all(Handle handle) {
        return handle.createQuery("SELECT * FROM audit ORDER BY id").map(ENTRY).stream();
    }
}
