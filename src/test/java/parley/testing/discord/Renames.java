package parley.testing.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Renames of a channel or thread: two in ten minutes, which no header tells beforehand
 * (discord/discord.js#6651). Guarded by the watch.
 */
final class Renames {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST = 2;

    private final DiscordClock clock;
    private final Map<Long, Deque<Instant>> renames = new HashMap<>();

    Renames(DiscordClock clock) {
        this.clock = clock;
    }

    void check(Channel channel, String name) {
        if (channel.name.equals(name)) {
            return;
        }
        Deque<Instant> before = renames.computeIfAbsent(channel.id, _ -> new ArrayDeque<>());
        Instant now = clock.now();
        while (!before.isEmpty() && !before.getFirst().plus(WINDOW).isAfter(now)) {
            before.removeFirst();
        }
        if (before.size() >= MOST) {
            Duration left = Duration.between(now, before.getFirst().plus(WINDOW));
            throw RestError.slow(0, "You are being rate limited.", left.toMillis() / 1e3);
        }
        before.addLast(now);
    }
}
