package parley.claude;

import com.anthropic.core.http.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server asks to wait: {@code Retry-After-Ms}, else {@code Retry-After}; pure. */
final class RetryAfter {
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private RetryAfter() {}

    /** Empty when the server does not say, or names no time to come. */
    static Optional<Duration> of(Headers headers, Instant now) {
        return first(headers, "Retry-After-Ms")
                .flatMap(RetryAfter::number)
                .map(millis -> millis / 1000)
                .or(() ->
                        first(headers, "Retry-After")
                                .flatMap(value -> number(value).or(() -> date(value, now))))
                .filter(seconds -> seconds > 0)
                .map(seconds -> Duration.ofNanos((long) (Math.min(seconds, DAY) * 1e9)));
    }

    private static Optional<String> first(Headers headers, String name) {
        return headers.values(name).stream().findFirst();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> date(String text, Instant now) {
        try {
            Instant then =
                    OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of((double) Duration.between(now, then).toSeconds());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
