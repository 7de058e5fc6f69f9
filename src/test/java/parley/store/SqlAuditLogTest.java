package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.audit.AuditEntry;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

final class SqlAuditLogTest {
    private static final WorkspaceId ACME = new WorkspaceId(Platform.SLACK, "T1");
    private static final WorkspaceId OTHER = new WorkspaceId(Platform.DISCORD, "T1");

    @TempDir Path folder;
    private Database database;
    private SqlAuditLog audit;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("parley.db"));
        audit = new SqlAuditLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static AuditEntry entry(WorkspaceId workspace, String target) {
        return new AuditEntry(
                Instant.parse("2026-11-25T10:00:00Z"),
                workspace,
                Optional.of(new ChannelId(workspace, "C1")),
                new Author(new UserId("U1"), "Ada"),
                "persona set",
                target,
                AuditEntry.Result.DONE,
                "in this channel");
    }

    @Test
    void newest_isOfTheWorkspaceAlone_newestFirst() {
        audit.add(entry(ACME, "one"));
        audit.add(entry(OTHER, "two"));
        audit.add(entry(ACME, "three"));

        assertThat(audit.newest(ACME, 10))
                .containsExactly(entry(ACME, "three"), entry(ACME, "one"));
        assertThat(audit.newest(ACME, 1)).containsExactly(entry(ACME, "three"));
    }

    @Test
    void each_givesAll_oldestFirst() {
        audit.add(entry(ACME, "one"));
        audit.add(entry(OTHER, "two"));
        List<AuditEntry> read = new ArrayList<>();
        audit.each(read::add);

        assertThat(read).containsExactly(entry(ACME, "one"), entry(OTHER, "two"));
    }

    @Test
    void entries_cannotBeChangedOrTakenAway() {
        audit.add(entry(ACME, "one"));

        assertThatThrownBy(() ->
                        database.write(handle -> handle.execute("UPDATE audit SET target = 'x'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.write(handle -> handle.execute("DELETE FROM audit")))
                .hasMessageContaining("append-only");
        assertThat(audit.newest(ACME, 10)).hasSize(1);
    }
}
