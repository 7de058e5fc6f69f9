package parley.testing.slack;

import java.time.Instant;
import java.util.Locale;
import parley.chat.Ticker;

/** Slack's own time: begins now, goes on as the ticker does. Guarded by the watch. */
final class SlackClock {
    private final Ticker ticker;
    private final long start;
    private final Instant base;
    private long lastMicros;

    SlackClock(Ticker ticker, Instant base) {
        this.ticker = ticker;
        this.start = ticker.nanos();
        this.base = base;
    }

    long nanos() {
        return ticker.nanos();
    }

    Instant now() {
        return base.plusNanos(ticker.nanos() - start);
    }

    long seconds() {
        return now().getEpochSecond();
    }

    /** The id of a message: seconds and microseconds, each given out once, growing. */
    synchronized String nextTs() {
        Instant now = now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        lastMicros = Math.max(micros, lastMicros + 1);
        return String.format(
                Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }
}
