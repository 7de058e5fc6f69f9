package parley.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of a program that does not run, to leave them as a crash would. */
final class StoredRows {
    private StoredRows() {}

    /**
     * @param folder that of the program
     */
    static void update(Path folder, String... sql) {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.executeUpdate(one);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
