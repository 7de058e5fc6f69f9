package parley.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as columns hold them: microseconds since 1970-01-01 UTC, what is finer is cut off. */
final class Timestamps {
    private Timestamps() {}

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
