package parley.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import parley.chat.RateScope;
import parley.chat.Ticker;
import parley.discord.CallKind.Bucket;

/**
 * The budgets that Discord counts: each kind of call for each channel apart, and all calls of the
 * bot together. Discord writes few numbers down and tells the others with each answer, so they are
 * learned from there. What Discord has said to be spent is not tried. Safe for use by many threads.
 */
final class DiscordBudgets implements RateHeaders {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 20_000;

    /** The name of the budget of all calls. */
    static final String ALL = "discord all";

    /**
     * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit: 50 calls a second;
     * what is left over is for what has no place among the writes, such as typing and threads.
     */
    private static final int CALLS = 40;

    /** Writes and all else; the rest is for calls of other kinds, and for how calls bunch. */
    private static final int MOST_CALLS = 45;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Code 30046; the numbers are seen, not written down by Discord. */
    private static final int OLD_EDITS = 3;

    private static final Duration OLD_EDITS_WINDOW = Duration.ofSeconds(6);

    /** Longer than a call takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The share of edits that is kept for finished messages, as the responder keeps it. */
    private static final int RESERVE_SHARE = 5;

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition landed = lock.newCondition();
    private final Cache<Bucket, CallBudget> budgets;
    private final CallBudget all = new CallBudget(CALLS, SECOND);
    private final CallWindow lately = new CallWindow(MOST_CALLS, SECOND);

    DiscordBudgets(Ticker ticker) {
        this.ticker = ticker;
        this.budgets =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterAccess(REMEMBERED)
                        .ticker(ticker::nanos)
                        .build();
    }

    /** Why a call must not go out now. */
    record Shut(Duration pause, boolean global) {}

    RateScope all() {
        return new RateScope(ALL, CALLS, SECOND);
    }

    RateScope scope(Bucket bucket) {
        lock.lock();
        try {
            CallBudget budget = budget(bucket);
            return new RateScope(bucket.name(), budget.limit(), budget.window());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Edits of growing messages in the channel, evenly spread: all of a window's in its first
     * second would leave every answer stuck for the rest of it.
     */
    RateScope growing(long channel) {
        RateScope edits = scope(CallKind.EDIT.in(channel));
        int spread = edits.permits() - Math.ceilDiv(edits.permits(), RESERVE_SHARE);
        return new RateScope(
                edits.name() + " growing", 1, edits.per().dividedBy(Math.max(1, spread)));
    }

    private CallBudget budget(Bucket bucket) {
        return budgets.get(
                bucket,
                one ->
                        one.kind() == CallKind.OLD_EDIT
                                ? new CallBudget(OLD_EDITS, OLD_EDITS_WINDOW)
                                : CallBudget.usual());
    }

    /**
     * Whether a call may go out; if it may, {@link #landed} must follow. Where nothing is known of
     * a budget yet, it waits for the answer to the call that is under way, if there is one.
     */
    Optional<Shut> begin(Bucket bucket) {
        lock.lock();
        try {
            awaitFirstAnswer(budget(bucket));
            long own = budget(bucket).nanosUntilOpen(ticker.nanos());
            Optional<Shut> shut = enter(own);
            if (shut.isEmpty()) {
                budget(bucket).begins();
            }
            return shut;
        } finally {
            lock.unlock();
        }
    }

    /** Likewise for a call that counts with all others only. */
    Optional<Shut> begin() {
        lock.lock();
        try {
            return enter(0);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Shut> enter(long own) {
        long now = ticker.nanos();
        long global = Math.max(all.nanosUntilOpen(now), lately.nanosUntilRoom(now));
        if (global > 0 || own > 0) {
            return Optional.of(new Shut(Duration.ofNanos(Math.max(global, own)), global >= own));
        }
        lately.begins(now);
        return Optional.empty();
    }

    /** Once only: where one answer tells nothing, the next may not either. */
    private void awaitFirstAnswer(CallBudget budget) {
        int before = budget.landings();
        long nanos = PATIENCE.toNanos();
        try {
            while (budget.isProbed() && budget.landings() == before && nanos > 0) {
                nanos = landed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The call that was begun ended so. */
    void landed(Bucket bucket, Outcome<?> outcome) {
        lock.lock();
        try {
            budget(bucket).landed();
            landed.signalAll();
            switch (outcome) {
                case Outcome.Limited<?>(Duration pause, boolean global) ->
                        (global ? all : budget(bucket)).rest(pause, ticker.nanos());
                case Outcome.Lost<?> _ -> budget(bucket).lost(ticker.nanos());
                case Outcome.Done<?> _, Outcome.Refused<?> _ -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    /** Likewise for a call that counts with all others only. */
    void landed(Outcome<?> outcome) {
        lock.lock();
        try {
            if (outcome instanceof Outcome.Limited<?>(Duration pause, boolean global) && global) {
                all.rest(pause, ticker.nanos());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void told(String method, String path, Budget told) {
        CallKind.bucket(method, path).ifPresent(bucket -> learn(bucket, told));
    }

    private void learn(Bucket bucket, Budget told) {
        lock.lock();
        try {
            budget(bucket).told(told, ticker.nanos());
            landed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
