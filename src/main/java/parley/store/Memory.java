package parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Since when a database knows all that was heard. */
final class Memory {
    static final String SINCE = "SELECT since FROM memory";

    /** In a backup of before there was such a table, which the next start migrates. */
    private static final String MAKE =
            "CREATE TABLE IF NOT EXISTS memory (id INTEGER PRIMARY KEY CHECK (id = 1),"
                    + " since INTEGER NOT NULL) STRICT";

    private static final String MOVE =
            "INSERT INTO memory (id, since) VALUES (1, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET since = max(since, excluded.since)";

    private Memory() {}

    /** It knows nothing of before that moment, or even less. */
    static void begin(Connection database, Instant moment) throws SQLException {
        try (Statement make = database.createStatement()) {
            make.execute(MAKE);
        }
        try (PreparedStatement move = database.prepareStatement(MOVE)) {
            move.setLong(1, Timestamps.micros(moment));
            move.execute();
        }
    }
}
