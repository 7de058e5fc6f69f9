package parley.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import parley.chat.Ticker;

/** Time that stands still until it is moved. Safe for use by many threads. */
public final class ManualTicker implements Ticker {
    private final AtomicLong nanos;

    /** Begins shortly before the counter overflows, as a real one may. */
    public ManualTicker() {
        this(Long.MAX_VALUE - 5);
    }

    public ManualTicker(long start) {
        nanos = new AtomicLong(start);
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    public void advance(Duration by) {
        advance(by.toNanos());
    }

    public void advance(long by) {
        nanos.addAndGet(by);
    }
}
