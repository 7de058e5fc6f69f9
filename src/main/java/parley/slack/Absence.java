package parley.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells since when nothing was heard, each time that Slack is heard again: a start ends an absence
 * since ever. Safe for use by many threads.
 */
final class Absence {
    private final Consumer<Instant> back;
    private final InstantSource clock;
    private Optional<Instant> since = Optional.of(Instant.EPOCH);

    /**
     * @param back is told since when nothing was heard: {@link Instant#EPOCH} after a start.
     *     Returns at once
     */
    Absence(Consumer<Instant> back, InstantSource clock) {
        this.back = back;
        this.clock = clock;
    }

    /** Nothing is heard any more, and already was not for so long. */
    synchronized void begins(Duration ago) {
        since = since.or(() -> Optional.of(clock.instant().minus(ago)));
    }

    /** Slack is heard. */
    synchronized void ends() {
        since.ifPresent(back);
        since = Optional.empty();
    }
}
