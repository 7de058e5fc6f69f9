package parley.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import parley.chat.Ticker;

/** Lets each key pass once in a while. Safe for use by many threads. */
public final class Throttle {
    private static final int MOST_KEYS = 10_000;

    private final Cache<String, Boolean> passed;

    public Throttle(Duration pause, Ticker ticker) {
        this.passed =
                Caffeine.newBuilder()
                        .expireAfterWrite(pause)
                        .maximumSize(MOST_KEYS)
                        .ticker(ticker::nanos)
                        .build();
    }

    /** Whether the key has not passed lately; it passes now. */
    public boolean pass(String key) {
        return passed.asMap().putIfAbsent(key, true) == null;
    }
}
