package parley.slack;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slack's timestamps, which are the ids of its messages too, such as {@code 1712345678.123456}. */
final class SlackTime {
    private static final Pattern FORM = Pattern.compile("\\d{1,12}\\.\\d{6}");

    private SlackTime() {}

    /** The moment; empty when it is no timestamp. */
    static Optional<Instant> instant(@Nullable String ts) {
        if (ts == null || !FORM.matcher(ts).matches()) {
            return Optional.empty();
        }
        int dot = ts.indexOf('.');
        long micros = Long.parseLong(ts.substring(dot + 1));
        return Optional.of(
                Instant.ofEpochSecond(Long.parseLong(ts.substring(0, dot)), micros * 1_000));
    }

    /** The timestamp of that moment. */
    static String of(Instant moment) {
        return "%d.%06d".formatted(moment.getEpochSecond(), moment.getNano() / 1_000);
    }
}
