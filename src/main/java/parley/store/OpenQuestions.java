package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;
import parley.chat.Platform;

/**
 * What becomes of the questions that were open when a backup was made. People may have had their
 * answers since, and a second one is worse than none: they see that none came and can ask again.
 * The playground's messages are in the backup themselves, so there nobody has seen anything else.
 */
final class OpenQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenQuestions.class);

    /** Where nobody knows, a question that young has most likely had no answer yet. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String OPEN = JournalRows.UNFINISHED + " AND platform <> ?";

    private static final String SETTLE =
            "UPDATE journal SET state = 'DELIVERED' WHERE "
                    + OPEN
                    + " AND EXISTS (SELECT 1 FROM former.journal f"
                    + " WHERE f.platform = journal.platform AND f.event_id = journal.event_id"
                    + " AND (f.state IN ('DELIVERED', 'FAILED')"
                    // A turn that could not be taken along: another one would write beside it.
                    + " OR (f.turn IS NOT NULL AND f.turn IS NOT journal.turn)))";

    private static final String LAPSE =
            "UPDATE journal SET state = 'FAILED' WHERE " + OPEN + " AND received_at < ?";

    private static final String KNOWN =
            "SELECT 1 FROM pragma_table_info('turn') WHERE name = 'standing'";

    /** Answers that were asked for anew, and that nobody asks for any more, are as before. */
    private static final String STAND =
            "UPDATE turn SET outcome = standing, standing = NULL"
                    + " WHERE outcome IS NULL AND standing IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM journal j WHERE j.turn = turn.reference"
                    + " AND j.state = 'ANSWERING')";

    private OpenQuestions() {}

    /**
     * Settles in the heir what the former database knows to be answered, after what is still to be
     * answered was taken along from it; where that one cannot tell, all that is not fresh.
     *
     * @return how many are not answered any more
     */
    static int settle(Path former, Path heir, Instant now) {
        var source = new SQLiteDataSource();
        source.setUrl(Sqlite.PREFIX + heir);
        try (Connection connection = source.getConnection()) {
            int settled =
                    Files.exists(former)
                            ? byFormer(connection, former, now)
                            : lapse(connection, now);
            stand(connection);
            return settled;
        } catch (SQLException e) {
            throw new StoreException(SqliteFaults.explain(heir, e), e);
        }
    }

    private static int byFormer(Connection connection, Path former, Instant now)
            throws SQLException {
        try {
            Former.attach(connection, former);
            try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
                settle.setString(1, Platform.WEB.label());
                return settle.executeUpdate();
            }
        } catch (SQLException e) {
            LOG.warn("What was answered could not be read from {}: {}", former, e.toString());
            return lapse(connection, now);
        }
    }

    private static int lapse(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement lapse = connection.prepareStatement(LAPSE)) {
            lapse.setString(1, Platform.WEB.label());
            lapse.setLong(2, Timestamps.micros(now.minus(FRESH)));
            return lapse.executeUpdate();
        }
    }

    /** A backup may be older than these. */
    private static void stand(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.executeQuery(KNOWN).next()) {
                int _ = statement.executeUpdate(STAND);
            }
        }
    }
}
