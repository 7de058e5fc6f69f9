package parley.claude;

import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a request that brought no byte yet is sent again: the rules of Anthropic's client libraries
 * (408, 409, 429, 5xx and connection faults; {@code x-should-retry} decides otherwise; Retry-After,
 * else half a second doubling to 8 s, less a jitter), but nobody is left waiting for longer than a
 * minute.
 */
final class RetryPolicy {
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final double LONGEST_BACKOFF_SECONDS = 8;
    private static final double JITTER = 0.25;

    private final int retries;
    private final InstantSource clock;
    private final DoubleSupplier random;

    /**
     * @param retries how often a request is sent again
     * @param random from 0 inclusive to 1 exclusive
     */
    RetryPolicy(int retries, InstantSource clock, DoubleSupplier random) {
        this.retries = retries;
        this.clock = clock;
        this.random = random;
    }

    /**
     * How long to wait before sending the request again; empty when it must not be.
     *
     * @param sent how often it was sent so far, at least 1
     */
    Optional<Duration> pause(int sent, Exception failure) {
        if (sent > retries || !retryable(failure)) {
            return Optional.empty();
        }
        Optional<Duration> asked =
                failure instanceof AnthropicServiceException service
                        ? RetryAfter.of(service.headers(), clock.instant())
                        : Optional.empty();
        return Optional.of(asked.orElseGet(() -> backoff(sent)))
                .filter(pause -> pause.compareTo(LONGEST) <= 0);
    }

    private static boolean retryable(Exception failure) {
        return switch (failure) {
            case SseException _ -> false;
            case AnthropicServiceException service ->
                    told(service.headers()).orElseGet(() -> passing(service.statusCode()));
            case AnthropicIoException _ -> true;
            default -> false;
        };
    }

    private static Optional<Boolean> told(Headers headers) {
        return headers.values("X-Should-Retry").stream()
                .findFirst()
                .filter(value -> value.equals("true") || value.equals("false"))
                .map(Boolean::valueOf);
    }

    private static boolean passing(int status) {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    private Duration backoff(int sent) {
        double seconds = Math.min(0.5 * Math.pow(2, sent - 1), LONGEST_BACKOFF_SECONDS);
        return Duration.ofNanos((long) (seconds * (1 - JITTER * random.getAsDouble()) * 1e9));
    }
}
