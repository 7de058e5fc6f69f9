package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Ticker;

/**
 * The messages about which people are asking, from the menu to the submission of the window, which
 * tells nothing of them. Kept, because only the menu has their words where the bot lacks the
 * message content intent; what was forgotten is asked for. Safe for use by many threads.
 */
final class AskedMessages {
    private static final int MOST = 1_000;

    /** Windows stay open for as long as people like. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final DiscordCalls calls;
    private final Cache<MessageId, AskedMessage> kept;

    AskedMessages(DiscordCalls calls, Ticker ticker) {
        this.calls = calls;
        this.kept =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(LONGEST)
                        .ticker(ticker::nanos)
                        .build();
    }

    void keep(long channel, AskedMessage message) {
        kept.put(DiscordIds.message(channel, message.id()), message);
    }

    /** May block for one call; empty when the message is gone, or the bot may not read it. */
    Optional<AskedMessage> find(long channel, long message) {
        return Optional.ofNullable(kept.getIfPresent(DiscordIds.message(channel, message)))
                .or(() -> fetch(channel, message));
    }

    private Optional<AskedMessage> fetch(long channel, long message) {
        return calls.read(channel, message) instanceof Outcome.Done<JsonNode>(JsonNode found)
                ? Optional.of(AskedMessage.read(found))
                : Optional.empty();
    }
}
