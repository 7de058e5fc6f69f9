package parley.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import parley.chat.Ticker;

/**
 * What Discord is to know each message by: the same for the same message, until that is deleted.
 * Safe for use by many threads.
 */
final class Nonces {
    /** Longer than Discord remembers one. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST = 10_000;

    private final Cache<String, Integer> deleted;

    Nonces(Ticker ticker) {
        this.deleted =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(ticker::nanos)
                        .build();
    }

    /**
     * @param name of the message among all of the bot
     */
    String of(String name) {
        return DiscordMessages.nonce(name, deleted.asMap().getOrDefault(name, 0));
    }

    /** The message is gone; the next of that name is another one. */
    void deleted(String name) {
        deleted.asMap().merge(name, 1, Integer::sum);
    }
}
