package parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One file in WAL mode: one writer, readers that never wait for it. */
final class Sqlite implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";
    static final String MIGRATIONS = "classpath:db/migration/sqlite";

    private static final int BUSY_MILLIS = 5_000;
    private static final int SCRUB_BUSY_MILLIS = 200;

    /** Negative means KiB: https://sqlite.org/pragma.html#pragma_cache_size. */
    private static final int CACHE_SIZE = -16 * 1024;

    private static final int WAL_LIMIT_BYTES = 64 * 1024 * 1024;

    /** A start that takes half a second longer would be too long; backups look through all. */
    private static final long LARGEST_EXAMINED_BYTES = 256L * 1024 * 1024;

    private final Path file;
    private final ProcessLock lock;
    private final GapCleaner gaps;

    private Sqlite(Path file, ProcessLock lock) {
        this.file = file;
        this.lock = lock;
        this.gaps = new GapCleaner(file);
    }

    static Sqlite open(String jdbcUrl) {
        Path file = file(jdbcUrl);
        return new Sqlite(file, ProcessLock.take(file));
    }

    /**
     * The file that the address names.
     *
     * @throws StoreException when it names none
     */
    static Path file(String jdbcUrl) {
        String name = jdbcUrl.substring(PREFIX.length());
        if (name.isBlank()
                || name.startsWith(":")
                || name.startsWith("file:")
                || name.contains("?")) {
            throw new StoreException(
                    "PARLEY_DATABASE must name a plain file, such as jdbc:sqlite:data/parley.db.");
        }
        return real(Path.of(name).toAbsolutePath().normalize());
    }

    /** By whatever links it is named, it is the same database, with the same lock beside it. */
    private static Path real(Path named) {
        try {
            return named.toRealPath();
        } catch (IOException e) {
            Path folder = named.getParent();
            Path name = named.getFileName();
            return folder != null && name != null && Files.exists(folder)
                    ? real(folder).resolve(name)
                    : named;
        }
    }

    @Override
    public void examine() {
        long bytes = file.toFile().length();
        if (bytes == 0 || bytes > LARGEST_EXAMINED_BYTES) {
            return;
        }
        try (Connection connection = writer().getConnection()) {
            Examination.QUICK.of(connection, file);
        } catch (SQLException e) {
            throw new StoreException(explain(e), e);
        }
    }

    @Override
    public String migrations() {
        return MIGRATIONS;
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
        return source(config, file);
    }

    @Override
    public DataSource reader() {
        return readOnly(file);
    }

    /** Connections that only read the file, whoever else has it open. */
    static DataSource readOnly(Path file) {
        SQLiteConfig config = shared();
        config.setReadOnly(true);
        return source(config, file);
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

    private static DataSource source(SQLiteConfig config, Path file) {
        var source = new SQLiteDataSource(config);
        source.setUrl(PREFIX + file);
        return source;
    }

    @Override
    public Gravity gravity(SQLException failure) {
        return SqliteFaults.gravity(failure);
    }

    @Override
    public String explain(SQLException failure) {
        return SqliteFaults.explain(file, failure);
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
    public boolean overwriteGaps(BooleanSupplier others) {
        return gaps.clean(Jdbi.create(writer()), this::scrub, others);
    }

    @Override
    public void close() {
        gaps.close();
        lock.close();
    }
}
