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
 * Lets one post a second into each channel, as Slack does
 * (https://docs.slack.dev/apis/web-api/rate-limits), where notices and answers meet: each waits a
 * little for the other. Answers among themselves are spaced before they come here. Safe for use by
 * many threads.
 */
final class PostPace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_CHANNELS = 10_000;

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition landed = lock.newCondition();
    private final Cache<ChannelId, Posts> channels =
            Caffeine.newBuilder().maximumSize(MOST_CHANNELS).build();

    /** What posts; each waits for others, and a notice for its own kind too. */
    enum Kind {
        NOTICE,
        ANSWER
    }

    /** Of a channel, not thread-safe. */
    private static final class Posts {
        private final CallBudget notices = new CallBudget(1, SECOND);
        private final CallBudget answers = new CallBudget(1, SECOND);

        CallBudget of(Kind kind) {
            return kind == Kind.NOTICE ? notices : answers;
        }

        long nanosUntil(Kind kind, long now) {
            long noticed = notices.nanosUntil(now);
            return kind == Kind.NOTICE ? Math.max(noticed, answers.nanosUntil(now)) : noticed;
        }
    }

    PostPace(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Waits until it may be posted, five seconds at the most; then {@link #landed} must follow.
     *
     * @return how long it must wait after that; empty when it may go
     */
    Optional<Duration> pass(ChannelId channel, Kind kind) {
        lock.lock();
        try {
            Posts posts = posts(channel);
            long patience = PATIENCE.toNanos();
            long nanos = posts.nanosUntil(kind, ticker.nanos());
            while (nanos > 0 && patience > 0) {
                long wait = Math.min(nanos, patience);
                patience -= wait - landed.awaitNanos(wait);
                nanos = posts.nanosUntil(kind, ticker.nanos());
            }
            if (nanos == 0) {
                posts.of(kind).take();
            }
            return nanos == 0 ? Optional.empty() : Optional.of(SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(SECOND);
        } finally {
            lock.unlock();
        }
    }

    void landed(ChannelId channel, Kind kind) {
        lock.lock();
        try {
            posts(channel).of(kind).landed(ticker.nanos());
            landed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Posts posts(ChannelId channel) {
        return channels.get(channel, _ -> new Posts());
    }
}
