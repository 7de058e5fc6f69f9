package parley;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import parley.chat.Ticker;

/** The machine's clocks: the only place that reads them; everything else has them passed in. */
final class SystemTime implements InstantSource, Ticker {
    private final Duration ahead;

    private SystemTime(Duration ahead) {
        this.ahead = ahead;
    }

    SystemTime() {
        this(Duration.ZERO);
    }

    /** A calendar that is so far ahead, to rehearse what happens then. */
    static SystemTime ahead(Duration by) {
        return new SystemTime(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
