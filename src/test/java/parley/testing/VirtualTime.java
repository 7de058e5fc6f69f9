package parley.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import parley.chat.Ticker;
import parley.conversation.Pauses;

/**
 * Time in which waiting costs none: it stands still while anybody does something, and goes on to
 * the next moment for which somebody waits when all of them wait. Safe for use by many threads.
 */
public final class VirtualTime implements Ticker, Pauses {
    private static final class Waiter {
        private final long until;
        private final Semaphore woken;

        private Waiter(long until, Semaphore woken) {
            this.until = until;
            this.woken = woken;
        }
    }

    private static final long REAL_LIMIT = Duration.ofSeconds(60).toNanos();

    private final List<Waiter> waiters = new ArrayList<>();
    private long now = 1_000_000;

    @Override
    public synchronized long nanos() {
        return now;
    }

    /** How much time has gone by. */
    public synchronized Duration elapsed() {
        return Duration.ofNanos(now - 1_000_000);
    }

    /** Lets time pass for which nobody waits. */
    public synchronized void advance(Duration by) {
        now += by.toNanos();
    }

    @Override
    public synchronized void await(Semaphore woken, long nanos) throws InterruptedException {
        Waiter waiter = new Waiter(now + nanos, woken);
        waiters.add(waiter);
        notifyAll();
        try {
            // Whoever wakes it knows the semaphore alone.
            while (waiters.contains(waiter) && !woken.tryAcquire()) {
                wait(1);
            }
        } finally {
            waiters.remove(waiter);
        }
    }

    private boolean allWait(int threads) {
        return waiters.size() >= threads
                && waiters.stream().noneMatch(it -> it.woken.availablePermits() > 0);
    }

    /**
     * Lets the time pass for which the next one waits, if so many threads wait; else leaves them a
     * moment.
     */
    public synchronized void pass(int threads) {
        if (!allWait(threads)) {
            moment();
            return;
        }
        now = Math.max(now, waiters.stream().mapToLong(it -> it.until).min().orElse(now));
        waiters.removeIf(it -> it.until <= now);
        notifyAll();
    }

    private void moment() {
        try {
            wait(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until so many threads wait. */
    public synchronized void awaitWaiting(int threads) {
        long deadline = System.nanoTime() + REAL_LIMIT;
        try {
            while (!allWait(threads)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(
                            waiters.size() + " of " + threads + " threads wait at " + elapsed());
                }
                wait(Math.min(left, 50));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
