package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/**
 * Wishes to be forgotten outlive a restore: a backup does not know those of after it, and would
 * bring back what they erased.
 */
final class Wishes {
    private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

    /** The next start carries them out again. */
    private static final String CARRY =
            """
            INSERT INTO erasure (platform, user_id, thread, last_turn, requested_at)
            SELECT platform, user_id, thread, last_turn, requested_at FROM former.erasure f
            WHERE NOT EXISTS (SELECT 1 FROM erasure known
                WHERE known.platform = f.platform AND known.requested_at = f.requested_at
                    AND known.user_id IS f.user_id AND known.thread IS f.thread)
            """;

    private Wishes() {}

    /**
     * Adds those that only the former database knows.
     *
     * @return how many; empty when that one cannot tell, as when it is damaged or older
     */
    static OptionalInt carry(Path former, Path heir) {
        if (!Files.exists(former)) {
            return OptionalInt.of(0);
        }
        var source = new SQLiteDataSource();
        source.setUrl(Sqlite.PREFIX + heir);
        try (Connection connection = source.getConnection()) {
            Former.attach(connection, former);
            try (PreparedStatement carry = connection.prepareStatement(CARRY)) {
                return OptionalInt.of(carry.executeUpdate());
            }
        } catch (SQLException e) {
            LOG.warn("Wishes to be forgotten could not be read from {}: {}", former, e.toString());
            return OptionalInt.empty();
        }
    }
}
