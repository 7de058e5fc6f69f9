package parley.testing.slack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock around everything that the fake knows; wakes those who wait for a change. */
final class Watch {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Conditions may also look at things that tell nobody of their changes. */
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    void run(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    void await(String what, BooleanSupplier condition, Supplier<String> seen) {
        await(what, PATIENCE, condition, seen);
    }

    void await(String what, Duration patience, BooleanSupplier condition, Supplier<String> seen) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("never came: " + what + "; seen: " + seen.get());
                }
                long step = Math.min(left, LOOK_AGAIN);
                left -= step - Math.max(0, changed.awaitNanos(step));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until that time is over or the condition holds; true when it holds. */
    boolean awaitFor(Duration time, BooleanSupplier condition) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!condition.getAsBoolean() && left > 0) {
                long step = Math.min(left, LOOK_AGAIN);
                left -= step - Math.max(0, changed.awaitNanos(step));
            }
            return condition.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The unit in which all waits are counted. */
    static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
