package parley.testing.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the bot is seen typing: for ten seconds, or until it says something. Guarded by the watch.
 */
final class Typing {
    private static final Duration LASTS = Duration.ofSeconds(10);

    private final DiscordClock clock;
    private final Map<Long, Instant> since = new HashMap<>();

    Typing(DiscordClock clock) {
        this.clock = clock;
    }

    void begin(Channel channel) {
        since.put(channel.id, clock.now());
    }

    void end(Channel channel) {
        since.remove(channel.id);
    }

    boolean seen(long channel) {
        Instant begun = since.getOrDefault(channel, Instant.EPOCH);
        return clock.now().isBefore(begun.plus(LASTS));
    }
}
