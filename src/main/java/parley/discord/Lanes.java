package parley.discord;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what concerns one channel in order, and channels beside each other: each has a virtual
 * thread while there is something to do. So much may wait in all; whoever brings more waits. Safe
 * for use by many threads.
 */
final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Semaphore room;
    private final Map<Long, Deque<Runnable>> lanes = new HashMap<>();

    /**
     * @param most that waits at a time
     */
    Lanes(int most) {
        room = new Semaphore(most, true);
    }

    /** Returns at once while there is room. */
    void run(long channel, Runnable work) {
        room.acquireUninterruptibly();
        synchronized (lanes) {
            Deque<Runnable> lane = lanes.get(channel);
            if (lane == null) {
                lanes.put(channel, new ArrayDeque<>());
                Thread.ofVirtual().name("discord lane " + channel).start(() -> go(channel, work));
            } else {
                lane.add(work);
            }
        }
    }

    private void go(long channel, Runnable first) {
        for (Runnable work = first; work != null; work = next(channel)) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("An event in channel {} was lost", channel, e);
            } finally {
                room.release();
            }
        }
    }

    private @Nullable Runnable next(long channel) {
        synchronized (lanes) {
            Deque<Runnable> lane = lanes.get(channel);
            Runnable next = lane == null ? null : lane.poll();
            if (next == null) {
                lanes.remove(channel);
            }
            return next;
        }
    }
}
