package parley.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Works that wait for the writer, in order; bounded. */
final class WorkQueue {
    private final int capacity;
    private final long patienceNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final Queue<Pending<?>> works = new ArrayDeque<>();
    private boolean closed;

    /**
     * @param patienceNanos how long {@link #put} waits for room
     */
    WorkQueue(int capacity, long patienceNanos) {
        this.capacity = capacity;
        this.patienceNanos = patienceNanos;
    }

    /**
     * Hands the work in, after waiting for room where there is none.
     *
     * @throws StoreException when there was no room in time, or the queue is closed
     */
    void put(Pending<?> work) {
        lock.lock();
        try {
            if (!waitForRoom()) {
                throw new StoreException(
                        "The store cannot keep up: "
                                + capacity
                                + " writes are waiting for the disk. Try again in a moment.");
            }
            if (closed) {
                throw new StoreException("The store is closed because Parley is stopping.");
            }
            works.add(work);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForRoom() {
        long left = patienceNanos;
        try {
            while (works.size() >= capacity && !closed && left > 0) {
                left = drained.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return closed || works.size() < capacity;
    }

    /** Waits for works and takes up to that many; none only after the queue was closed. */
    List<Pending<?>> take(int limit) {
        lock.lock();
        try {
            while (works.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            List<Pending<?>> batch = new ArrayList<>(Math.min(limit, works.size()));
            while (batch.size() < limit && !works.isEmpty()) {
                batch.add(works.remove());
            }
            drained.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses further works; those that wait are still taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
