package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;
import parley.chat.Platform;
import parley.chat.ThreadId;

/**
 * What was heard since a backup was made. The restored database does not know it, and whoever looks
 * for what was missed would find all of it, and have it answered again. The playground's messages
 * are in the backup themselves, and nobody looks for others.
 */
final class HeardSince {
    private static final Logger LOG = LoggerFactory.getLogger(HeardSince.class);

    /** No search looks further back, and no platform delivers again what is older. */
    private static final Duration LOOKED_FOR = Duration.ofHours(25);

    /**
     * Of threads that could not be taken along as well. Who still waits there has seen no answer:
     * whoever finds that question answers it. What was begun may have been seen.
     */
    private static final String HEARD =
            "SELECT platform, event_id, thread, kind, message_id, author_id, happened_at,"
                    + " received_at, payload FROM former.journal WHERE "
                    + JournalRows.SAID
                    + " AND state <> 'RECEIVED' AND platform <> ? AND received_at >= ?";

    private static final String ADD =
            "INSERT INTO journal (platform, event_id, thread, kind, state, message_id, author_id,"
                    + " happened_at, received_at, payload)"
                    + " VALUES (?, ?, ?, ?, 'DELIVERED', ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String HAS_LIVES =
            "SELECT count(*) FROM main.sqlite_schema WHERE name = 'thread_life'";

    private static final String LIVE =
            "INSERT INTO thread_life (thread, channel, last_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (thread) DO UPDATE SET last_at = max(last_at, excluded.last_at)";

    private static final String KNEW_SINCE = "SELECT max(since) FROM former.memory";

    private static final String HAS_MEMORY =
            "SELECT count(*) FROM former.sqlite_schema WHERE name = 'memory'";

    private final Connection heir;

    private HeardSince(Connection heir) {
        this.heir = heir;
    }

    /**
     * Has the heir know the messages that only the former database knows, by their bare ids; where
     * that one cannot tell, nothing of before now is looked for.
     *
     * @return how many; empty when the former one cannot tell
     */
    static OptionalInt carry(Path former, Path heir, Instant now) {
        var source = new SQLiteDataSource();
        source.setUrl(Sqlite.PREFIX + heir);
        try (Connection connection = source.getConnection()) {
            OptionalInt heard =
                    Files.exists(former)
                            ? new HeardSince(connection).carry(former, now)
                            : OptionalInt.empty();
            if (heard.isEmpty()) {
                Memory.begin(connection, now);
            }
            return heard;
        } catch (SQLException e) {
            throw new StoreException(SqliteFaults.explain(heir, e), e);
        }
    }

    private OptionalInt carry(Path former, Instant now) throws SQLException {
        try {
            Former.attach(heir, former);
            heir.setAutoCommit(false);
            int heard = copy(now.minus(LOOKED_FOR));
            if (isThere(HAS_MEMORY)) {
                Memory.begin(heir, Timestamps.instant(number(KNEW_SINCE)));
            }
            heir.commit();
            return OptionalInt.of(heard);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("What was heard could not be read from {}: {}", former, e.toString());
            if (!heir.getAutoCommit()) {
                heir.rollback();
            }
            return OptionalInt.empty();
        } finally {
            heir.setAutoCommit(true);
        }
    }

    private int copy(Instant from) throws SQLException {
        boolean lives = isThere(HAS_LIVES);
        int heard = 0;
        try (PreparedStatement find = heir.prepareStatement(HEARD)) {
            find.setString(1, Platform.WEB.label());
            find.setLong(2, Timestamps.micros(from));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    boolean added = add(row);
                    heard += added ? 1 : 0;
                    if (added && lives) {
                        live(row);
                    }
                }
            }
        }
        return heard;
    }

    private boolean add(ResultSet row) throws SQLException {
        try (PreparedStatement add = heir.prepareStatement(ADD)) {
            add.setString(1, row.getString("platform"));
            add.setString(2, row.getString("event_id"));
            add.setString(3, row.getString("thread"));
            add.setString(4, row.getString("kind"));
            add.setString(5, row.getString("message_id"));
            add.setString(6, row.getString("author_id"));
            add.setLong(7, row.getLong("happened_at"));
            add.setLong(8, row.getLong("received_at"));
            add.setString(9, EventJson.erased(row.getString("payload")));
            return add.executeUpdate() > 0;
        }
    }

    /** So that it goes when its thread is old enough. */
    private void live(ResultSet row) throws SQLException {
        try (PreparedStatement live = heir.prepareStatement(LIVE)) {
            live.setString(1, row.getString("thread"));
            live.setString(2, ThreadId.parse(row.getString("thread")).channel().toString());
            live.setLong(3, row.getLong("received_at"));
            live.execute();
        }
    }

    private boolean isThere(String count) throws SQLException {
        return number(count) > 0;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = heir.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
