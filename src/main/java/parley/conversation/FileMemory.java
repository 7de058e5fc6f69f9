package parley.conversation;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The bytes of files that all turns together may have in memory: whoever would go beyond waits,
 * first come, first served, until others are done. Safe for use by many threads.
 */
public final class FileMemory {
    /** The part of the heap that files may fill. */
    private static final int SHARE = 3;

    /** A file is there as its bytes, as Base64 in our request, in the library's, and on its way. */
    private static final int COPIES = 5;

    /** How soon a waiting turn sees that it need not wait any more. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

    private final long most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Object> waiting = new ArrayDeque<>();
    private long held;

    /**
     * @param most in bytes, as the files are; a turn that has more alone goes alone
     */
    FileMemory(long most) {
        this.most = most;
    }

    /** As much as the heap of this process allows. */
    public static FileMemory ofHeap() {
        return new FileMemory(Runtime.getRuntime().maxMemory() / SHARE / COPIES);
    }

    /** The leave to have so many bytes in memory, until it is closed. */
    final class Hold implements AutoCloseable {
        private final long bytes;

        private Hold(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            change(-bytes);
        }
    }

    /**
     * Blocks while there is no room.
     *
     * @param bytes none needs no room
     * @param over whether there is nothing to wait for any more, as the turn will read no file; it
     *     holds nothing then
     * @param sign called once if there is something to wait for
     */
    Hold hold(long bytes, BooleanSupplier over, Runnable sign) {
        long wanted = Math.clamp(bytes, 0, most);
        lock.lock();
        try {
            return new Hold(wanted == 0 || !await(wanted, over, sign) ? 0 : change(wanted));
        } finally {
            lock.unlock();
        }
    }

    /** The same without waiting; empty when there is no room, or others wait for it. */
    Optional<Hold> holdNow(long bytes) {
        long wanted = Math.clamp(bytes, 0, most);
        lock.lock();
        try {
            boolean free = wanted == 0 || (waiting.isEmpty() && held + wanted <= most);
            return free ? Optional.of(new Hold(change(wanted))) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(long wanted, BooleanSupplier over, Runnable sign) {
        Object ticket = new Object();
        waiting.add(ticket);
        try {
            if (!isNext(ticket, wanted)) {
                sign.run();
            }
            while (!isNext(ticket, wanted) && !over.getAsBoolean()) {
                long _ = changed.awaitNanos(LOOK);
            }
            return isNext(ticket, wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(ticket);
            changed.signalAll();
        }
    }

    private boolean isNext(Object ticket, long wanted) {
        return waiting.peek() == ticket && held + wanted <= most;
    }

    private long change(long by) {
        lock.lock();
        try {
            held += by;
            changed.signalAll();
            return by;
        } finally {
            lock.unlock();
        }
    }
}
