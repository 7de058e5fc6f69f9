package parley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
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

    /** Health is asked for every few seconds, and whoever asks does not wait for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String BEATS = "SELECT beats FROM pulse";
    private static final Work<Long> PULSE =
            handle ->
                    handle.createQuery("UPDATE pulse SET beats = beats + 1 RETURNING beats")
                            .mapTo(Long.class)
                            .one();

    /** On a full disk, what needs no new page may still be written; this needs some. */
    private static final Work<Long> ROOM =
            handle -> {
                handle.execute("CREATE TABLE room (filling BLOB NOT NULL) STRICT");
                handle.execute("INSERT INTO room VALUES (zeroblob(262144))");
                handle.execute("DROP TABLE room");
                return PULSE.run(handle);
            };

    private final Dialect dialect;
    private final Vitals vitals;
    private final GroupCommit writes;
    private final HikariDataSource pool;
    private final Jdbi readers;

    private Database(Dialect dialect) {
        dialect.examine();
        Migrations.apply(dialect, dialect.migrations());
        this.dialect = dialect;
        this.vitals = new Vitals(dialect);
        this.pool = pool(dialect);
        this.readers = Jdbi.create(pool);
        this.writes = new GroupCommit(dialect, vitals);
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
        vitals.requireSound();
        try {
            return dialect.overwriteGaps(this::letOthersWrite);
        } catch (RuntimeException e) {
            throw vitals.failed(e);
        }
    }

    /** All writes that were handed in before are done with this one; false when it cannot be. */
    private boolean letOthersWrite() {
        try {
            return writes.write(_ -> true);
        } catch (StoreException e) {
            return false;
        }
    }

    /** Reads outside a transaction: each statement sees all that was committed before it. */
    <T> T read(Work<T> work) {
        try (Handle handle = readers.open()) {
            return work.run(handle);
        } catch (RuntimeException e) {
            throw vitals.failed(e);
        }
    }

    /**
     * Writes and reads a row, and after a failure looks whether there is room again. Waits for the
     * writer two seconds at the most.
     *
     * @return in one sentence what is wrong and what to do, or nothing
     */
    public Optional<String> check() {
        if (vitals.damaged()) {
            return vitals.fault();
        }
        try {
            long written = writes.write(vitals.fault().isEmpty() ? PULSE : ROOM, PATIENCE);
            long read = read(handle -> handle.createQuery(BEATS).mapTo(Long.class).one());
            if (read < written) {
                return Optional.of("The store does not read what it wrote: restart Parley.");
            }
            vitals.recovered();
            return Optional.empty();
        } catch (RuntimeException e) {
            return vitals.fault().or(() -> Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** After a failure, looks whether it is over; does nothing while there is none. */
    public void recheck() {
        if (vitals.fault().isPresent()) {
            Optional<String> _ = check();
        }
    }

    /** Tells it each time that a fault is over, from now on; it must return at once. */
    public void onRecovery(Runnable listener) {
        vitals.onRecovery(listener);
    }

    /**
     * Begins every connection that writes with that statement, from now on. So tests bring about
     * what the file system would otherwise have to be made for.
     */
    void handicap(String statement) {
        writes.handicap(statement);
    }

    /** Tells it of every commit from now on. */
    void watch(CommitWatch commits) {
        writes.watch(commits);
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
