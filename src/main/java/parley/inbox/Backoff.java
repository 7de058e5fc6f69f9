package parley.inbox;

import java.time.Duration;

/** Growing pauses between the tries of one thread. Not thread-safe. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int tries;

    /** The next pause: 1 s, doubling up to a minute. */
    Duration next() {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries, 6));
        tries++;
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** How many pauses there were. */
    int tries() {
        return tries;
    }
}
