package parley;

import java.time.Instant;
import java.time.InstantSource;
import parley.chat.Ticker;

/** The machine's clocks: the only place that reads them; everything else has them passed in. */
final class SystemTime implements InstantSource, Ticker {
    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
