package parley.adapter;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done after a platform has been acknowledged: each errand on a virtual thread of its own,
 * so many at a time, the others waiting. What an errand throws is logged. Safe for use by many
 * threads.
 */
public final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int AT_A_TIME = 32;

    private final Semaphore running = new Semaphore(AT_A_TIME);

    /**
     * Returns at once.
     *
     * @param what for the log
     */
    public void run(String what, Runnable errand) {
        Thread.ofVirtual().name(what).start(() -> carryOut(what, errand));
    }

    private void carryOut(String what, Runnable errand) {
        running.acquireUninterruptibly();
        try {
            errand.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed", what, e);
        } finally {
            running.release();
        }
    }
}
