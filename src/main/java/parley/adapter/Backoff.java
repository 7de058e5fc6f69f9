package parley.adapter;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next connection: not at all after the first loss, then twice as long
 * each time up to a limit, with a share of chance so that many copies do not come all at once. For
 * use by one thread.
 */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier chance;
    private int failures;

    /**
     * @param chance from 0 to 1
     */
    public Backoff(Duration first, Duration longest, DoubleSupplier chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** All went well for a while. */
    public void reset() {
        failures = 0;
    }

    /** A connection that had been open is lost. */
    public Duration afterLoss() {
        return next();
    }

    /**
     * No connection came about.
     *
     * @param atLeast what the platform asked for
     */
    public Duration afterFailure(Duration atLeast) {
        failures = Math.max(1, failures);
        Duration wait = next();
        return wait.compareTo(atLeast) < 0 ? atLeast : wait;
    }

    /** What is as good as lost for now. */
    public Duration slowly() {
        return jittered(longest);
    }

    private Duration next() {
        Duration wait = failures == 0 ? Duration.ZERO : doubled(failures - 1);
        failures++;
        return jittered(wait);
    }

    private Duration doubled(int times) {
        Duration wait = first;
        for (int i = 0; i < times && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    /** From half of it to all of it. */
    private Duration jittered(Duration wait) {
        return wait.dividedBy(2).plusNanos((long) (wait.toNanos() / 2 * chance.getAsDouble()));
    }
}
