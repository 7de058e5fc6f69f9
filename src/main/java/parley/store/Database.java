package parley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * An open database: one writer, several readers. Safe for use by many threads; a write that has
 * returned is durable and seen by every later read.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final long READER_WAIT_MILLIS = 10_000;

    private final Dialect dialect;
    private final GroupCommit writes;
    private final HikariDataSource pool;
    private final Jdbi readers;

    private Database(Dialect dialect) {
        this.dialect = dialect;
        Migrations.apply(dialect);
        this.pool = pool(dialect);
        this.readers = Jdbi.create(pool);
        this.writes = new GroupCommit(dialect);
    }

    /**
     * Opens the database, making or migrating it where needed.
     *
     * @param jdbcUrl such as {@code jdbc:sqlite:data/parley.db}
     * @throws StoreException when that is not possible, with a message that says what to change
     */
    public static Database open(String jdbcUrl) {
        Dialect dialect = Dialect.open(jdbcUrl);
        try {
            return new Database(dialect);
        } catch (RuntimeException e) {
            dialect.close();
            throw Failures.of(dialect, e);
        }
    }

    private static HikariDataSource pool(Dialect dialect) {
        var config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setDataSource(dialect.reader());
        config.setReadOnly(true);
        config.setMaximumPoolSize(READERS);
        config.setConnectionTimeout(READER_WAIT_MILLIS);
        // The file is local: connections do not age.
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        return new HikariDataSource(config);
    }

    <T> T write(Work<T> work) {
        return writes.write(work);
    }

    /** As {@link #write}, and what the work deletes is gone from the database's log as well. */
    <T> T writeAndScrub(Work<T> work) {
        return writes.writeAndScrub(work);
    }

    /**
     * Overwrites what is left of deleted text where nothing is kept any more; others write
     * meanwhile. False when readers were in the way, or the database is being closed.
     */
    boolean overwriteGaps() {
        try {
            return dialect.overwriteGaps();
        } catch (RuntimeException e) {
            throw Failures.of(dialect, e);
        }
    }

    /** Reads outside a transaction: each statement sees all that was committed before it. */
    <T> T read(Work<T> work) {
        try (Handle handle = readers.open()) {
            return work.run(handle);
        } catch (RuntimeException e) {
            throw Failures.of(dialect, e);
        }
    }

    /** Writes and reads a row; says in one sentence what is wrong, or nothing. */
    public Optional<String> check() {
        try {
            long written =
                    write(handle ->
                            handle.createQuery("UPDATE pulse SET beats = beats + 1 RETURNING beats")
                                    .mapTo(Long.class)
                                    .one());
            long read =
                    read(handle ->
                            handle.createQuery("SELECT beats FROM pulse").mapTo(Long.class).one());
            return read >= written
                    ? Optional.empty()
                    : Optional.of("The store does not read what it wrote: restart Parley.");
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Finishes the writes handed in, then lets go of the file; later use throws. Idempotent. */
    @Override
    public void close() {
        // The writer goes last: only it can fold the log into the file.
        pool.close();
        writes.close();
        dialect.close();
    }
}
