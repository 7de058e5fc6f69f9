package parley.responder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.chat.SendResult;
import parley.chat.Ticker;

/**
 * Where the replies of one platform wait until they may write. Safe for use by many threads. One of
 * the waiting threads, the watch, sleeps until the next permit is free and wakes whoever gets it;
 * the others sleep until they are woken.
 */
final class ScopeGate {
    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Claim, Condition> turns = new LinkedHashMap<>();
    private final ClaimQueue queue;
    private @Nullable Claim watch;
    private long watchEnds;

    ScopeGate(Ticker ticker) {
        this.ticker = ticker;
        this.queue = new ClaimQueue(ticker);
    }

    /**
     * Waits until the claim may write by one of its routes, which it then names. The permits last
     * until {@link #landed}, {@link #coolOff} or {@link #giveBack}, one of which must follow.
     *
     * @return whether it may; not when it was withdrawn or the thread was interrupted before
     */
    boolean pass(Claim claim) {
        lock.lock();
        try {
            Condition turn = lock.newCondition();
            turns.put(claim, turn);
            queue.add(claim);
            while (!claim.isWithdrawn()) {
                long nanos = admit();
                if (!queue.holds(claim)) {
                    return true;
                }
                await(claim, turn, nanos);
            }
            return !queue.holds(claim);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !queue.holds(claim);
        } finally {
            leave(claim);
            lock.unlock();
        }
    }

    private void await(Claim claim, Condition turn, long nanos) throws InterruptedException {
        if (watch != null && watch != claim) {
            tellWatch(nanos);
            turn.awaitNanos(LONGEST_WAIT);
            return;
        }
        long wait = Math.min(nanos, LONGEST_WAIT);
        watch = claim;
        watchEnds = ticker.nanos() + wait;
        turn.awaitNanos(wait);
    }

    /** Lets everyone write who may; nanoseconds until the next one might. */
    private long admit() {
        while (true) {
            switch (queue.next()) {
                case ClaimQueue.Decision.Grant(Claim claim) -> signal(claim);
                case ClaimQueue.Decision.Wait(long nanos) -> {
                    return nanos;
                }
            }
        }
    }

    private void signal(Claim claim) {
        Condition turn = turns.get(claim);
        if (turn != null) {
            turn.signal();
        }
    }

    /** Wakes the watch when it would sleep past the moment at which a permit is free. */
    private void tellWatch(long nanos) {
        if (watch != null && nanos < LONGEST_WAIT && ticker.nanos() + nanos - watchEnds < 0) {
            signal(watch);
        }
    }

    private void leave(Claim claim) {
        turns.remove(claim);
        if (queue.remove(claim)) {
            tellWatch(admit()); // what was kept for it is free again
        }
        if (watch == claim) {
            watch = null;
        }
        if (watch == null && !turns.isEmpty()) {
            turns.values().iterator().next().signal();
        }
    }

    /** The write that the claim was for was answered, or given up. */
    void landed(Claim claim) {
        change(() -> queue.landed(claim));
    }

    /** As {@link #landed}, and the platform asks for a pause. */
    void coolOff(Claim claim, SendResult.RateLimited limited) {
        change(() -> {
            queue.coolOff(claim, limited);
            queue.landed(claim);
        });
    }

    /** Nothing was written. */
    void giveBack(Claim claim) {
        change(() -> queue.giveBack(claim));
    }

    /** The claim shall wait no longer. */
    void withdraw(Claim claim) {
        change(() -> {
            claim.withdraw();
            signal(claim);
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            tellWatch(admit());
        } finally {
            lock.unlock();
        }
    }
}
