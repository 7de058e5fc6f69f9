package parley.testing.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Edits of messages older than an hour: three in six seconds per channel, which Discord documents
 * nowhere but by its error code (discord-userdoccers, resources/message). Guarded by the watch.
 */
final class OldEdits {
    private static final Duration OLD = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final int MOST = 3;

    private final DiscordClock clock;
    private final Map<Long, Window> windows = new HashMap<>();

    private static final class Window {
        private Instant end = Instant.MIN;
        private int edits;
    }

    OldEdits(DiscordClock clock) {
        this.clock = clock;
    }

    void check(Post post) {
        Instant now = clock.now();
        if (Duration.between(post.created, now).compareTo(OLD) <= 0) {
            return;
        }
        Window window = windows.computeIfAbsent(post.channel.id, _ -> new Window());
        if (!now.isBefore(window.end)) {
            window.end = now.plus(WINDOW);
            window.edits = 0;
        }
        if (window.edits >= MOST) {
            throw RestError.slow(
                    30_046,
                    "Maximum number of edits to messages older than 1 hour reached. Try again later",
                    Duration.between(now, window.end).toMillis() / 1e3);
        }
        window.edits++;
    }
}
