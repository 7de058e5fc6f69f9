package parley.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How answers write times. */
final class Moments {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Moments() {}

    /** {@code 2026-11-21 16:05 UTC}. */
    static String of(Instant at) {
        return DAY.format(at);
    }

    /** {@code 16:05 UTC}, with the day where it is not that of {@code now}. */
    static String near(Instant at, Instant now) {
        return day(at).equals(day(now)) ? HOUR.format(at) : of(at);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
