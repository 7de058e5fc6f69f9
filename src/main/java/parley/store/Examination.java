package parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks through a whole SQLite file: https://sqlite.org/pragma.html#pragma_quick_check. */
enum Examination {
    /** Every page and row: reads some 700 MB a second. */
    QUICK("quick_check"),
    /** That, and whether every index holds what its table holds: some eight times slower. */
    THOROUGH("integrity_check");

    private final String pragma;

    Examination(String pragma) {
        this.pragma = pragma;
    }

    /**
     * @throws StoreException when the file is damaged, with a message that says what to do
     * @throws SQLException when it cannot be read
     */
    void of(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet finding = statement.executeQuery("PRAGMA " + pragma + "(1)")) {
            if (!finding.getString(1).equals("ok")) {
                throw new StoreException(SqliteFaults.damaged(file));
            }
        }
    }
}
