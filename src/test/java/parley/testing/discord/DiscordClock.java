package parley.testing.discord;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parley.chat.Ticker;

/** Discord's own time, and ids that tell it: begins now, goes on as the ticker does. */
final class DiscordClock {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Ticker ticker;
    private final long start;
    private final Instant base;
    private long last;

    DiscordClock(Ticker ticker, Instant base) {
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

    /** A snowflake: each given out once, growing. */
    synchronized long next() {
        last = Math.max(last + 1, (now().toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT);
        return last;
    }

    /** As Discord writes timestamps. */
    static String text(Instant moment) {
        return FORM.format(moment);
    }
}
