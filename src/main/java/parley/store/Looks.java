package parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;

/** What messages of answers are known to look like is not known any more after a restore. */
final class Looks {
    private static final String KNOWN =
            "SELECT 1 FROM pragma_table_info('reply_message') WHERE name = 'look'";

    private Looks() {}

    /** Forgets all of them; a backup may be older than they are. */
    static void forget(Path database) {
        var source = new SQLiteDataSource();
        source.setUrl(Sqlite.PREFIX + database);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (statement.executeQuery(KNOWN).next()) {
                int _ = statement.executeUpdate("UPDATE reply_message SET look = NULL");
            }
        } catch (SQLException e) {
            throw new StoreException(SqliteFaults.explain(database, e), e);
        }
    }
}
