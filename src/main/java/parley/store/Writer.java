package parley.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection that writes, made anew after a failure. Used by one thread. */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final String SAVEPOINT = "work";

    private final Dialect dialect;
    private final Jdbi jdbi;
    private @Nullable Handle handle;
    private boolean scrubDue;
    private volatile Optional<String> handicap = Optional.empty();
    private volatile boolean toOpenAnew;
    private volatile CommitWatch watch = CommitWatch.NONE;

    Writer(Dialect dialect) {
        this.dialect = dialect;
        this.jdbi = Jdbi.create(dialect.writer());
    }

    private Handle handle() {
        Handle current = handle;
        if (current == null) {
            current = jdbi.open();
            handle = current;
            handicap.ifPresent(current::execute);
        }
        return current;
    }

    void begin() {
        if (toOpenAnew) {
            toOpenAnew = false;
            abandon();
        }
        handle().begin();
    }

    /** See {@link Database#handicap}; by any thread. */
    void handicap(String statement) {
        handicap = Optional.of(statement);
        toOpenAnew = true;
    }

    /** See {@link Database#watch}; by any thread. */
    void watch(CommitWatch commits) {
        watch = commits;
    }

    /**
     * Runs one work so that it can be undone alone; false when it failed, which it was told.
     *
     * @throws LostTransactionException when the failure cost the whole transaction, as a full disk
     *     does
     */
    boolean attempt(Pending<?> pending) {
        Handle current = handle();
        current.savepoint(SAVEPOINT);
        try {
            pending.run(current);
        } catch (Throwable e) {
            undo(current, e);
            pending.failed(e);
            return false;
        }
        current.releaseSavepoint(SAVEPOINT);
        return true;
    }

    /** When the savepoint is gone, the transaction is: then nothing of it may be committed. */
    private static void undo(Handle current, Throwable failure) {
        try {
            current.rollbackToSavepoint(SAVEPOINT);
        } catch (JdbiException e) {
            failure.addSuppressed(e);
            throw new LostTransactionException(failure);
        }
    }

    /** Makes the transaction durable, then clears the log of what was deleted if asked to. */
    void commit(boolean scrub) {
        watch.begins();
        handle().commit();
        watch.ended();
        scrubDue |= scrub;
        if (scrubDue) {
            scrub();
        }
    }

    /** Tried again after the next commit when a reader was in the way; the commit itself stands. */
    private void scrub() {
        try {
            scrubDue = !dialect.scrub(handle());
        } catch (JdbiException e) {
            LOG.warn("Deleted text may stand in the database's log for a while longer", e);
        }
    }

    /** Gives the transaction and the connection up. */
    void abandon() {
        Handle current = handle;
        handle = null;
        if (current == null) {
            return;
        }
        try (current) {
            if (current.isInTransaction()) {
                current.rollback();
            }
        } catch (RuntimeException e) {
            LOG.debug("A failed connection did not close cleanly", e);
        }
    }

    @Override
    public void close() {
        abandon();
    }

    /** The database gave up the transaction by itself; the cause says why. */
    private static final class LostTransactionException extends RuntimeException {
        LostTransactionException(Throwable cause) {
            super(cause);
        }
    }
}
