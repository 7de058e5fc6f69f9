package parley.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work in order within each lane, and lanes beside each other: each has a virtual thread while
 * there is work for it. Safe for use by many threads.
 */
final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Map<Long, Queue<Runnable>> lanes = new HashMap<>();
    private final int most;
    private final Semaphore room;

    /**
     * @param most pieces of work in all lanes together
     */
    Lanes(int most) {
        this.most = most;
        this.room = new Semaphore(most);
    }

    /**
     * Puts the work behind what is in the lane; waits while there is too much work in all.
     *
     * @throws InterruptedException while waiting; the work is not done
     */
    void run(long lane, Runnable work) throws InterruptedException {
        room.acquire();
        synchronized (lanes) {
            Queue<Runnable> waiting = lanes.get(lane);
            if (waiting != null) {
                waiting.add(work);
                return;
            }
            lanes.put(lane, new ArrayDeque<>());
        }
        Thread.ofVirtual().name("discord channel " + lane).start(() -> drain(lane, work));
    }

    private void drain(long lane, Runnable first) {
        for (Runnable work = first; work != null; work = next(lane)) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // What waits in the lane would wait for ever.
                LOG.error("An event of Discord could not be taken", e);
            } finally {
                room.release();
            }
        }
    }

    /** Empty lanes are gone. */
    private @Nullable Runnable next(long lane) {
        synchronized (lanes) {
            Runnable next = lanes.getOrDefault(lane, new ArrayDeque<>()).poll();
            if (next == null) {
                lanes.remove(lane);
            }
            return next;
        }
    }

    /** Whether all work that was there is done within that time. */
    boolean awaitIdle(Duration patience) {
        try {
            boolean idle = room.tryAcquire(most, patience.toNanos(), TimeUnit.NANOSECONDS);
            if (idle) {
                room.release(most);
            }
            return idle;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
