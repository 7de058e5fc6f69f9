package parley.adapter;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done after a platform has been acknowledged: each errand on a virtual thread of its own,
 * so many at a time, some thousands waiting, and none beyond. What an errand throws is logged. Safe
 * for use by many threads.
 */
public final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int AT_A_TIME = 32;
    private static final int MOST = 5_000;
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Semaphore running = new Semaphore(AT_A_TIME);
    private final Semaphore room = new Semaphore(MOST);
    private volatile boolean closed;

    /**
     * Returns at once.
     *
     * @param what for the log
     */
    public void run(String what, Runnable errand) {
        if (room.tryAcquire()) {
            Thread.ofVirtual().name(what).start(() -> carryOut(what, errand));
        } else {
            LOG.warn("{} is left undone: {} others are not done yet", what, MOST);
        }
    }

    private void carryOut(String what, Runnable errand) {
        running.acquireUninterruptibly();
        try {
            if (!closed) {
                errand.run();
            }
        } catch (RuntimeException e) {
            LOG.error("{} failed", what, e);
        } finally {
            running.release();
            room.release();
        }
    }

    /** Begins no more errands, and waits a while for those under way. */
    @Override
    public void close() {
        closed = true;
        try {
            if (running.tryAcquire(AT_A_TIME, LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                running.release(AT_A_TIME);
            } else {
                LOG.warn("Errands are still under way, and are left to themselves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
