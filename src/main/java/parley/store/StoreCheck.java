package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Looks at a database without changing it, also while Parley runs on it. */
public final class StoreCheck {
    private StoreCheck() {}

    /**
     * What there is, in a few words.
     *
     * @throws StoreException when Parley could not use it, with a message that says what to change
     */
    public static String describe(String jdbcUrl) {
        Path file = Sqlite.file(jdbcUrl);
        if (!Files.exists(file)) {
            return willBeMade(file);
        }
        if (!Files.isWritable(file)) {
            throw new StoreException(file + " cannot be written to. Change its owner or mode.");
        }
        return read(file);
    }

    private static String willBeMade(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new StoreException(
                    "the folder of " + file + " cannot be written to. Set PARLEY_DATABASE.");
        }
        return file + " will be made at the first start";
    }

    private static String read(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection(Sqlite.PREFIX + file);
                Statement statement = connection.createStatement();
                ResultSet turns = statement.executeQuery("SELECT count(*) FROM conversation")) {
            Examination.QUICK.of(connection, file);
            return file + " holds " + turns.getLong(1) + " conversations";
        } catch (SQLException e) {
            throw new StoreException(
                    file + " is not a database of Parley's (" + e.getMessage() + ").", e);
        }
    }
}
