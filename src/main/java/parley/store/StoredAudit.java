package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import parley.audit.AuditEntry;

/** Reads the audit log of a database without opening it for work, also while Parley runs on it. */
public final class StoredAudit {
    private StoredAudit() {}

    /**
     * Every entry of every workspace, oldest first.
     *
     * @throws StoreException when there is no such database, with a message that says what to do
     */
    public static void each(String jdbcUrl, Consumer<AuditEntry> reader) {
        Path file = Path.of(jdbcUrl.substring(Sqlite.PREFIX.length()));
        if (!Files.exists(file)) {
            throw new StoreException(
                    "There is no database at "
                            + file
                            + ". Run this where Parley runs, or set PARLEY_DATABASE.");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection(jdbcUrl);
                Handle handle = Jdbi.open(connection);
                Stream<AuditEntry> entries = SqlAuditLog.all(handle)) {
            entries.forEach(reader);
        } catch (SQLException | JdbiException e) {
            throw new StoreException(file + " cannot be read as a database of Parley's.", e);
        }
    }
}
