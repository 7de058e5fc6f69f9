package parley.chat;

import java.time.Duration;

/**
 * A budget that a platform counts: in any window of length {@code per}, at most {@code permits}
 * writes. Scopes with equal names share one budget.
 *
 * @param permits at least 1
 * @param per longer than zero
 */
public record RateScope(String name, int permits, Duration per) {
    public RateScope {
        if (permits < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("no such rate scope: " + permits + " per " + per);
        }
    }
}
