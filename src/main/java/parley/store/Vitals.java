package parley.store;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database can do its work, as its last failures tell. A fault that may pass stands
 * until {@link #recovered}; damage stands until the program ends, and nothing is written meanwhile.
 * Its log has one line when a fault begins and one when it is over. Safe for use by many threads.
 */
final class Vitals {
    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

    private final Dialect dialect;
    private Optional<String> fault = Optional.empty();
    private boolean damaged;
    private long failures;
    private volatile Runnable listener = () -> {};

    Vitals(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is wrong, and what to do about it, as a sentence. */
    synchronized Optional<String> fault() {
        return fault;
    }

    /** Whether the file itself is broken. */
    synchronized boolean damaged() {
        return damaged;
    }

    /**
     * @throws StoreException when the file is damaged: what is written into it might be lost
     */
    synchronized void requireSound() {
        if (damaged) {
            throw StoreException.again(fault.orElseThrow());
        }
    }

    /**
     * Takes note of a failure; gives the exception for the caller. While the same fault stands,
     * that is but its sentence: a full disk is no place for a thousand stack traces.
     */
    RuntimeException failed(Throwable failure) {
        RuntimeException translated = Failures.of(dialect, failure);
        if (!(translated.getCause() instanceof SQLException sql)) {
            return translated;
        }
        String sentence = String.valueOf(translated.getMessage());
        return isNews(dialect.gravity(sql), sentence) ? translated : StoreException.again(sentence);
    }

    private synchronized boolean isNews(Gravity gravity, String sentence) {
        if (gravity == Gravity.STATEMENT) {
            return true;
        }
        boolean news = !damaged && !fault.equals(Optional.of(sentence));
        failures++;
        if (news) {
            LOG.error("The store fails: {}", sentence);
            fault = Optional.of(sentence);
            damaged = gravity == Gravity.DAMAGE;
        }
        return news;
    }

    /** The database was seen to write what takes room, and to read it; damage stands. */
    void recovered() {
        if (isNewsThatItWorks()) {
            listener.run();
        }
    }

    private synchronized boolean isNewsThatItWorks() {
        if (fault.isEmpty() || damaged) {
            return false;
        }
        LOG.info("The store works again; {} reads and writes had failed", failures);
        fault = Optional.empty();
        failures = 0;
        return true;
    }

    /** See {@link Database#onRecovery}. */
    void onRecovery(Runnable recovery) {
        listener = recovery;
    }
}
