package parley.store;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** One file in WAL mode: one writer, readers that never wait for it. */
final class Sqlite implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";

    private static final int BUSY_MILLIS = 5_000;
    private static final int SCRUB_BUSY_MILLIS = 200;

    /** Negative means KiB: https://sqlite.org/pragma.html#pragma_cache_size. */
    private static final int CACHE_SIZE = -16 * 1024;

    private static final int WAL_LIMIT_BYTES = 64 * 1024 * 1024;

    private final Path file;
    private final ProcessLock lock;
    private final GapCleaner gaps;

    private Sqlite(Path file, ProcessLock lock) {
        this.file = file;
        this.lock = lock;
        this.gaps = new GapCleaner(file);
    }

    static Sqlite open(String jdbcUrl) {
        String name = jdbcUrl.substring(PREFIX.length());
        if (name.isBlank()
                || name.startsWith(":")
                || name.startsWith("file:")
                || name.contains("?")) {
            throw new StoreException(
                    "PARLEY_DATABASE must name a plain file, such as jdbc:sqlite:data/parley.db.");
        }
        Path file = Path.of(name).toAbsolutePath().normalize();
        return new Sqlite(file, ProcessLock.take(file));
    }

    @Override
    public String migrations() {
        return "classpath:db/migration/sqlite";
    }

    @Override
    public DataSource writer() {
        SQLiteConfig config = shared();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setJournalSizeLimit(WAL_LIMIT_BYTES);
        // What people delete is overwritten, on freed pages too.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return source(config);
    }

    @Override
    public DataSource reader() {
        SQLiteConfig config = shared();
        config.setReadOnly(true);
        return source(config);
    }

    /**
     * Without mmap: an I/O error on mapped pages would end the process instead of the statement.
     */
    private static SQLiteConfig shared() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(CACHE_SIZE);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        return config;
    }

    private DataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl(PREFIX + file);
        return source;
    }

    @Override
    public String explain(SQLException failure) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_FULL -> "The disk is full, so " + file + " cannot grow: make room on it.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                    file
                            + " cannot be written: let the user that runs Parley write it and its folder.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    file + " is damaged or no SQLite database: stop Parley and restore a backup.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    file + " is locked by another program: close what has it open.";
            case SQLITE_IOERR -> "The disk failed at " + file + ": check it and the system's log.";
            default -> file + " refused a statement: " + failure.getMessage();
        };
    }

    @Override
    public boolean scrub(Handle writer) {
        writer.execute("PRAGMA busy_timeout = " + SCRUB_BUSY_MILLIS);
        try {
            return writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                    .map((row, context) -> row.getInt(1) == 0)
                    .one();
        } finally {
            writer.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        }
    }

    @Override
    public boolean overwriteGaps() {
        return gaps.clean(Jdbi.create(writer()), this::scrub);
    }

    @Override
    public void close() {
        gaps.close();
        lock.close();
    }
}
