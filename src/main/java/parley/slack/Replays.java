package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import parley.chat.Ticker;

/**
 * The signatures of requests that were taken, for as long as they stay valid: nobody makes one act
 * a second time by sending it again. Slack signs each of its retries anew. Safe for use by many
 * threads.
 */
final class Replays {
    /** Valid from five minutes before the time that it tells until five minutes after. */
    private static final Duration VALID = Duration.ofMinutes(10);

    /** Slack sends an app 30,000 events an hour at the most; only genuine signatures come here. */
    private static final int MOST = 20_000;

    private final Cache<String, Boolean> seen;

    Replays(Ticker ticker) {
        seen =
                Caffeine.newBuilder()
                        .expireAfterWrite(VALID)
                        .maximumSize(MOST)
                        .ticker(ticker::nanos)
                        .executor(Runnable::run)
                        .build();
    }

    /** Whether this is the first time. */
    boolean first(String signature) {
        return seen.asMap().putIfAbsent(signature, true) == null;
    }

    /** It failed: it may come once more. */
    void forget(String signature) {
        seen.invalidate(signature);
    }
}
