package parley.testing;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock around everything that the fake knows; wakes those who wait for a change. */
public final class Watch {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Conditions may also look at things that tell nobody of their changes. */
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changes++;
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Likewise, where nothing changes that somebody could wait for. */
    public <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public void run(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    public void await(String what, BooleanSupplier condition, Supplier<String> seen) {
        await(what, PATIENCE, condition, seen);
    }

    /** Asks for the condition without the lock, as it may well talk to the fake. */
    public void await(
            String what, Duration patience, BooleanSupplier condition, Supplier<String> seen) {
        long deadline = System.nanoTime() + patience.toNanos();
        long before = changes();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new AssertionError("never came: " + what + "; seen: " + seen.get());
            }
            before = awaitChange(before);
        }
    }

    private long changes() {
        return read(() -> changes);
    }

    private long awaitChange(long before) {
        lock.lock();
        try {
            long left = LOOK_AGAIN;
            while (changes == before && left > 0) {
                left = changed.awaitNanos(left);
            }
            return changes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }
}
