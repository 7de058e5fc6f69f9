package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;
import parley.chat.Platform;
import parley.chat.ThreadId;

/**
 * Threads in which somebody waits for an answer, or one is being shown, go on after a restore as
 * they are in the former database: with their history, and with the turn and the messages that it
 * has in the thread. So nobody is forgotten, and no second answer comes beside the first. The
 * playground's messages are in the backup themselves, so there nobody has seen anything else.
 */
final class OpenThreads {
    private static final Logger LOG = LoggerFactory.getLogger(OpenThreads.class);

    /** What the heir knows to be over is over, and its turn is not given up for none. */
    private static final String FURTHER_HERE =
            "EXISTS (SELECT 1 FROM main.journal h"
                    + " WHERE h.platform = f.platform AND h.event_id = f.event_id"
                    + " AND (h.state IN ('DELIVERED', 'FAILED')"
                    + " OR (h.turn IS NOT NULL AND f.turn IS NULL)))";

    private static final String THREADS =
            "SELECT thread FROM former.journal f WHERE "
                    + JournalRows.UNFINISHED
                    + " AND platform <> :web AND NOT "
                    + FURTHER_HERE
                    + " GROUP BY thread ORDER BY min(id)";

    /** What was noted for the next answer is among them, and changes that are not made yet. */
    private static final String ENTRIES =
            "f.id IN (SELECT id FROM former.journal WHERE thread = :thread AND "
                    + JournalRows.OPEN
                    + " UNION ALL SELECT id FROM former.journal WHERE thread = :thread"
                    + " AND state = 'RECEIVED' AND kind IN ('EDITED', 'DELETED')) AND NOT "
                    + FURTHER_HERE
                    + " ORDER BY f.id";

    private static final String LAST_HEARD =
            "SELECT max(received_at) FROM former.journal WHERE thread = :thread AND "
                    + JournalRows.OPEN;

    private final Handle handle;
    private final FormerRows rows;

    private OpenThreads(Handle handle) {
        this.handle = handle;
        this.rows = new FormerRows(handle);
    }

    /** Has them go on in the heir, as far as the former database can be read. */
    static void carry(Path former, Path heir) {
        if (!Files.exists(former)) {
            return;
        }
        var source = new SQLiteDataSource();
        source.setUrl(Sqlite.PREFIX + heir);
        try (Handle handle = Jdbi.create(source).open()) {
            SqlStatements _ = handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            int _ = handle.execute("PRAGMA secure_delete = ON");
            Former.attach(handle.getConnection(), former);
            new OpenThreads(handle).carry();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Who waits could not be read from {}: {}", former, e.toString());
        }
    }

    private void carry() {
        List<String> threads =
                handle.createQuery(THREADS)
                        .bind("web", Platform.WEB.label())
                        .mapTo(String.class)
                        .list();
        for (String thread : threads) {
            try {
                handle.useTransaction(_ -> carry(thread));
            } catch (RuntimeException e) {
                LOG.warn("{} could not be taken along: {}", thread, e.toString());
            }
        }
    }

    private void carry(String thread) {
        new FormerHistory(handle, rows, thread).carry();
        rows.put("journal", ENTRIES, Map.of("thread", thread));
        if (rows.hasPlace("thread_life")) {
            ThreadLife.touch(handle, ThreadId.parse(thread), Timestamps.instant(lastHeard(thread)));
        }
    }

    private long lastHeard(String thread) {
        return handle.createQuery(LAST_HEARD).bind("thread", thread).mapTo(Long.class).one();
    }
}
