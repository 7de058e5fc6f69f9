package parley.journey;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import parley.inbox.EntryState;
import parley.store.Backup;
import parley.store.Holdings;
import parley.store.Restore;

/** Copies of a journey's database; it lies in that folder. */
record Backups(Path folder) {
    private String url() {
        return "jdbc:sqlite:" + folder.resolve("parley.db");
    }

    Path make(String name) {
        Path copy = folder.resolve(name);
        Holdings _ = Backup.make(url(), copy);
        return copy;
    }

    /** While the program does not run. */
    void restore(Path copy) {
        Restore.Outcome _ = Restore.put(url(), copy, Instant.now());
    }

    /** How many events are in that state. */
    int count(EntryState state) {
        String query = "SELECT count(*) FROM journal WHERE state = '" + state + "'";
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
