package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a question had to wait, where people would wonder: it came while the program or its
 * platform was away, or stood long in the queue. Immutable.
 */
record Lateness(Optional<Duration> delay) {
    /** Less is not worth a word, and clocks differ. */
    private static final Duration NOTICED = Duration.ofMinutes(2);

    static Lateness of(Instant asked, Instant now) {
        return new Lateness(
                Optional.of(Duration.between(asked, now))
                        .filter(wait -> wait.compareTo(NOTICED) >= 0));
    }

    /** Marks the newest message of the question as late. */
    Contribution tellWith(Contribution newest) {
        return delay.map(Sentences::late).map(newest::remarking).orElse(newest);
    }
}
