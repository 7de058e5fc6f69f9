package parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/** The database in whose place another one comes; it may be damaged, or not there at all. */
record FormerDatabase(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(FormerDatabase.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    /**
     * Keeps it under a name with that time; the file itself stays in its place as well, but its log
     * does not, because SQLite would play it into whatever comes there.
     *
     * @return that name; empty when there is no database
     */
    Optional<Path> keep(Instant now) throws IOException {
        fold();
        Path aside = Path.of(file + "." + TIME.format(now));
        boolean there = Files.exists(file);
        if (there) {
            PartialFile.link(file, aside);
        }
        if (Files.exists(beside("-wal"))) {
            PartialFile.link(beside("-wal"), Path.of(aside + "-wal"));
        }
        Files.deleteIfExists(beside("-wal"));
        Files.deleteIfExists(beside("-shm"));
        return Optional.of(aside).filter(_ -> there);
    }

    private Path beside(String ending) {
        return Path.of(file + ending);
    }

    /**
     * Brings what is in its log into it, so that it is one whole file; a damaged one may refuse.
     */
    private void fold() {
        if (!Files.exists(file)) {
            return;
        }
        var source = new SQLiteDataSource();
        source.setUrl(Sqlite.PREFIX + file);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.debug("{} is kept as it is, with its log", file, e);
        }
    }

    /** Gives the file the owner and the mode of this one, as far as the system lets it. */
    void bequeath(Path heir) {
        boolean there = Files.exists(file);
        Path model = there ? file : Objects.requireNonNull(file.getParent());
        try {
            var from = Files.getFileAttributeView(model, PosixFileAttributeView.class);
            var to = Files.getFileAttributeView(heir, PosixFileAttributeView.class);
            if (from == null || to == null) {
                return;
            }
            PosixFileAttributes owned = from.readAttributes();
            if (there) {
                to.setPermissions(owned.permissions());
            }
            to.setGroup(owned.group());
            to.setOwner(owned.owner());
        } catch (IOException e) {
            LOG.warn("The owner of {} stays who runs this: {}", file, e.toString());
        }
    }
}
