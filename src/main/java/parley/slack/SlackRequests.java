package parley.slack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs requests on virtual threads: those of one lane one after the other in the order they came,
 * lanes side by side, and what belongs to no lane at once. Holds a bounded number of them; Slack
 * sends again what was not taken. Safe for use by many threads.
 */
final class SlackRequests {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRequests.class);

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();

    /** Lanes that have a thread, each with what waits in it. */
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

    private int held;
    private boolean refusing;
    private boolean closed;

    /**
     * @param most how many may wait or run at once
     */
    SlackRequests(int most) {
        this.most = most;
    }

    /** Runs it soon, and returns at once; false when it was not taken and never runs. */
    boolean take(Optional<String> lane, Runnable request) {
        lock.lock();
        try {
            if (closed || full()) {
                return false;
            }
            held++;
            start(lane, request);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Says so once, not for each request of a flood. */
    private boolean full() {
        boolean full = held >= most;
        if (full && !refusing) {
            LOG.warn("{} requests of Slack wait; it has to send further ones again", held);
        }
        refusing = full || (refusing && held > most / 2);
        return full;
    }

    private void start(Optional<String> lane, Runnable request) {
        if (lane.isEmpty()) {
            Thread.ofVirtual().name("slack request").start(() -> carryOut(request));
            return;
        }
        Queue<Runnable> waiting = lanes.get(lane.get());
        if (waiting == null) {
            lanes.put(lane.get(), new ArrayDeque<>());
            Thread.ofVirtual()
                    .name("slack " + lane.get())
                    .start(() -> carryOut(lane.get(), request));
        } else {
            waiting.add(request);
        }
    }

    private void carryOut(String lane, Runnable first) {
        Optional<Runnable> next = Optional.of(first);
        while (next.isPresent()) {
            carryOut(next.get());
            next = next(lane);
        }
    }

    private Optional<Runnable> next(String lane) {
        lock.lock();
        try {
            Optional<Runnable> next = Optional.ofNullable(lanes.get(lane)).map(Queue::poll);
            if (next.isEmpty()) {
                lanes.remove(lane);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void carryOut(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A request of Slack failed and was not acknowledged", e);
        } finally {
            done();
        }
    }

    private void done() {
        lock.lock();
        try {
            held--;
            if (held == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more, and waits so long at most for what it holds; false when some still runs. */
    boolean close(Duration patience) {
        lock.lock();
        try {
            closed = true;
            long left = patience.toNanos();
            while (held > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return held == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
