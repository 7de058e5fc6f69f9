package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import parley.chat.ChannelId;
import parley.chat.Ticker;

/**
 * Lets one notice a second into each channel, as Slack lets messages
 * (https://docs.slack.dev/apis/web-api/rate-limits), and waits for that a little. Answers have a
 * pace of their own beside it, which Slack's allowance for short bursts bears. Safe for use by many
 * threads.
 */
final class NoticePace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_CHANNELS = 10_000;

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition landed = lock.newCondition();
    private final Cache<ChannelId, CallBudget> channels =
            Caffeine.newBuilder().maximumSize(MOST_CHANNELS).build();

    NoticePace(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Waits until a notice may go, five seconds at the most; then {@link #landed} must follow.
     *
     * @return how long it must wait after that; empty when it may go
     */
    Optional<Duration> pass(ChannelId channel) {
        lock.lock();
        try {
            CallBudget budget = budget(channel);
            long patience = PATIENCE.toNanos();
            long nanos = budget.nanosUntil(ticker.nanos());
            while (nanos > 0 && patience > 0) {
                long wait = Math.min(nanos, patience);
                patience -= wait - landed.awaitNanos(wait);
                nanos = budget.nanosUntil(ticker.nanos());
            }
            if (nanos == 0) {
                budget.take();
            }
            return nanos == 0 ? Optional.empty() : Optional.of(SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(SECOND);
        } finally {
            lock.unlock();
        }
    }

    void landed(ChannelId channel) {
        lock.lock();
        try {
            budget(channel).landed(ticker.nanos());
            landed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private CallBudget budget(ChannelId channel) {
        return channels.get(channel, _ -> new CallBudget(1, SECOND));
    }
}
