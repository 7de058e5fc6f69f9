package parley.claude;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded line of events from the thread that reads the connection to the one that reads the
 * stream. Full, it holds the reader back, and so the server.
 */
final class Handoff {
    private static final int CAPACITY = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final Deque<StreamEvent> events = new ArrayDeque<>();
    private @Nullable ClaudeException failure;
    private boolean ended;

    /** Waits while the line is full; after the end, does nothing. */
    void put(StreamEvent event) throws InterruptedException {
        lock.lock();
        try {
            while (events.size() >= CAPACITY && !ended) {
                notFull.await();
            }
            if (!ended) {
                events.add(event);
                notEmpty.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is in the line still arrives, then nothing. */
    void end() {
        end(null, false);
    }

    /** What is in the line still arrives, then the failure. */
    void fail(ClaudeException why) {
        end(why, false);
    }

    /** Nothing arrives any more, also to a reader that waits now. */
    void close() {
        end(null, true);
    }

    private void end(@Nullable ClaudeException why, boolean drop) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                failure = why;
            }
            if (drop) {
                events.clear();
                failure = null;
            }
            notEmpty.signalAll();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event; empty when there will be none. */
    Optional<StreamEvent> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && !ended) {
                notEmpty.await();
            }
            if (events.isEmpty() && failure != null) {
                throw failure;
            }
            notFull.signal();
            return Optional.ofNullable(events.poll());
        } finally {
            lock.unlock();
        }
    }
}
