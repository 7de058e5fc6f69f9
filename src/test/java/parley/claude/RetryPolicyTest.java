package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.JsonMissing;
import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.errors.UnexpectedStatusCodeException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private static Optional<Duration> pause(int sent, Exception failure, double random) {
        return new RetryPolicy(20, () -> NOW, () -> random).pause(sent, failure);
    }

    private static AnthropicServiceException status(int status, String... headers) {
        Headers.Builder all = Headers.builder();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return UnexpectedStatusCodeException.builder()
                .statusCode(status)
                .headers(all.build())
                .body(JsonMissing.of())
                .build();
    }

    @ParameterizedTest
    @CsvSource({"408", "409", "429", "500", "503", "529"})
    void passingStatus_isRetried(int status) {
        assertThat(pause(1, status(status), 0)).contains(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "413", "422"})
    void lastingStatus_isNot(int status) {
        assertThat(pause(1, status(status), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 8000", "6, 8000", "20, 8000"})
    void backoff_doublesToEightSeconds(int sent, long millis) {
        assertThat(pause(sent, status(500), 0)).contains(Duration.ofMillis(millis));
    }

    @Test
    void jitter_takesUpToAQuarter() {
        assertThat(pause(1, status(500), 0.999_999_999).orElseThrow())
                .isBetween(Duration.ofMillis(375), Duration.ofMillis(376));
    }

    @Test
    void connectionFault_isRetried() {
        assertThat(pause(1, new AnthropicIoException("x", new IOException()), 0)).isPresent();
    }

    @Test
    void errorEventAndOwnFaults_areNot() {
        SseException event =
                SseException.builder()
                        .statusCode(200)
                        .headers(Headers.builder().build())
                        .body(JsonMissing.of())
                        .build();

        assertThat(pause(1, event, 0)).isEmpty();
        assertThat(pause(1, new IllegalStateException(), 0)).isEmpty();
    }

    @Test
    void server_decidesWhereItSaysSo() {
        assertThat(pause(1, status(429, "x-should-retry", "false"), 0)).isEmpty();
        assertThat(pause(1, status(400, "x-should-retry", "true"), 0)).isPresent();
        assertThat(pause(1, status(429, "x-should-retry", "perhaps"), 0)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7000",
        "retry-after, 0.5, 500",
        "retry-after, 60, 60000",
        "retry-after-ms, 250, 250",
        "retry-after, 'Sat, 21 Nov 2026 09:00:09 GMT', 9000",
        "retry-after, 'Sat, 21 Nov 2026 08:00:00 GMT', 500",
        "retry-after, -1, 500",
        "retry-after, soon, 500"
    })
    void retryAfter_isObeyed(String name, String value, long millis) {
        assertThat(pause(1, status(429, name, value), 0)).contains(Duration.ofMillis(millis));
    }

    @Test
    void retryAfter_overAMinute_isNotWaitedFor() {
        assertThat(pause(1, status(429, "retry-after", "60.1"), 0)).isEmpty();
        assertThat(pause(1, status(429, "retry-after", "1e300"), 0)).isEmpty();
    }

    @Test
    void retries_areCounted() {
        RetryPolicy twice = new RetryPolicy(2, () -> NOW, () -> 0);

        assertThat(twice.pause(2, status(500))).isPresent();
        assertThat(twice.pause(3, status(500))).isEmpty();
    }
}
