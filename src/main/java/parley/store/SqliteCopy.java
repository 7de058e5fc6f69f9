package parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A whole copy of a database file, as it was at one moment, also while a program writes to it: <a
 * href="https://sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a> reads one snapshot, and
 * what was deleted is not in its pages any more.
 */
final class SqliteCopy {
    private static final String HOLDINGS =
            "SELECT (SELECT count(*) FROM conversation),"
                    + " (SELECT count(*) FROM turn WHERE outcome IS NOT NULL),"
                    + " (SELECT count(*) FROM journal WHERE "
                    + JournalRows.UNFINISHED
                    + ")";

    private final Path source;
    private final Path target;

    private SqliteCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Copies the database and looks through the copy, which is durable on return.
     *
     * @param target an empty file, or none
     * @throws StoreException when there is none to copy, it is damaged or was made by another
     *     version, or the target cannot be written
     */
    static Holdings make(Path source, Path target) {
        if (!Files.isReadable(source)) {
            throw new StoreException(
                    source + " is not there or cannot be read: name a database of Parley's.");
        }
        var copy = new SqliteCopy(source, target);
        copy.fill();
        return copy.check();
    }

    private void fill() {
        try (Connection connection = Sqlite.readOnly(source).getConnection();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
            sync();
        } catch (SQLException e) {
            boolean inSource =
                    switch (SqliteFaults.gravity(e)) {
                        case DAMAGE, STATEMENT -> true;
                        case PASSING -> false;
                    };
            throw new StoreException(SqliteFaults.explain(inSource ? source : target, e), e);
        } catch (IOException e) {
            throw new StoreException("The disk failed at " + target + ": " + e.getMessage(), e);
        }
    }

    /** SQLite leaves that to whoever wants the copy to outlive a power cut. */
    private void sync() throws IOException {
        try (var file = FileChannel.open(target, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    /** Faults are told of the source, of which alone people know. */
    private Holdings check() {
        DataSource copy = Sqlite.readOnly(target);
        try (Connection connection = copy.getConnection();
                Statement statement = connection.createStatement()) {
            Examination.THOROUGH.of(connection, source);
            if (!hasHistory(statement)) {
                throw new StoreException(source + " is no database of Parley's.");
            }
            Migrations.check(copy, source, Sqlite.MIGRATIONS);
            return holdings(statement, target);
        } catch (SQLException e) {
            throw new StoreException(SqliteFaults.explain(source, e), e);
        }
    }

    /** What a database of Parley's holds that nobody uses. */
    static Holdings holdings(Path database) {
        try (Connection connection = Sqlite.readOnly(database).getConnection();
                Statement statement = connection.createStatement()) {
            return holdings(statement, database);
        } catch (SQLException e) {
            throw new StoreException(SqliteFaults.explain(database, e), e);
        }
    }

    private static Holdings holdings(Statement statement, Path file) throws SQLException {
        try (ResultSet row = statement.executeQuery(HOLDINGS)) {
            return new Holdings(
                    file.toFile().length(), row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT count(*) FROM sqlite_schema WHERE name IN"
                                + " ('flyway_schema_history', 'journal', 'conversation', 'turn')"
                                + " AND type = 'table'")) {
            return row.getLong(1) == 4;
        }
    }
}
