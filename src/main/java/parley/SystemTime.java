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

    /** For how long this process has been alive, as the machine tells; zero where it does not. */
    static Duration age() {
        Instant now = Instant.now();
        Instant start = ProcessHandle.current().info().startInstant().orElse(now);
        return start.isAfter(now) ? Duration.ZERO : Duration.between(start, now);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
