package parley.conversation;

import java.time.Duration;
import java.util.Optional;
import parley.chat.Ticker;

/**
 * How often one turn asks and how long it waits, all its models and every fault together: the one
 * place of these bounds. For one thread.
 */
final class Patience {
    /** No combination of faults makes a turn ask more often. */
    static final int MOST_REQUESTS = 20;

    /** So long after its first fault a turn gives up. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Where Claude has failed for longer than that, newcomers do not begin to wait as long. */
    static final Duration WHEN_LONG_DOWN = Duration.ofMinutes(1);

    /** So long a model holds a turn by its own faults before the next one is asked. */
    static final Duration BEFORE_ANOTHER_MODEL = Duration.ofSeconds(10);

    /** A stream that broke has cost money: no model's may break more often, to nobody's use. */
    static final int MOST_BROKEN_STREAMS = 3;

    private static final int TRIAL_REQUESTS = 4;
    private static final Duration TRIAL = Duration.ofSeconds(20);
    private static final double FIRST_PAUSE_SECONDS = 0.5;
    private static final double LONGEST_PAUSE_SECONDS = 8;
    private static final double JITTER = 0.25;

    private final Ticker ticker;
    private final Duration longest;
    private int requests;
    private Optional<Long> since = Optional.empty();

    private Patience(Ticker ticker, int requests, Duration longest) {
        this.ticker = ticker;
        this.requests = requests;
        this.longest = longest;
    }

    static Patience ofTurn(Ticker ticker) {
        return new Patience(ticker, MOST_REQUESTS, LONGEST);
    }

    /** Whoever tries a persona out sees no status, and is waiting at a window. */
    static Patience ofTrial(Ticker ticker) {
        return new Patience(ticker, TRIAL_REQUESTS, TRIAL);
    }

    /** Takes one request; false when there is none left. */
    boolean request() {
        return requests > 0 && requests-- > 0;
    }

    /** There was a fault, or there is something to wait for: patience runs out from now on. */
    void tried() {
        if (since.isEmpty()) {
            since = Optional.of(ticker.nanos());
        }
    }

    /**
     * How much is left, in nanoseconds; zero and less when it is over.
     *
     * @param down for how long Claude has failed by now
     */
    long left(Duration down) {
        Duration whole =
                down.compareTo(LONGEST) >= 0 && longest.compareTo(WHEN_LONG_DOWN) > 0
                        ? WHEN_LONG_DOWN
                        : longest;
        return whole.toNanos() - since.map(start -> ticker.nanos() - start).orElse(0L);
    }

    /**
     * The pause after so many failures in a row where the API names none: as Anthropic's client
     * libraries have it, half a second doubling to 8 s, less a jitter.
     *
     * @param jitter from 0 to 1
     */
    static Duration pause(int failures, double jitter) {
        double seconds =
                Math.min(FIRST_PAUSE_SECONDS * Math.pow(2, failures - 1.0), LONGEST_PAUSE_SECONDS);
        return Duration.ofNanos((long) (seconds * (1 - JITTER * jitter) * 1e9));
    }
}
