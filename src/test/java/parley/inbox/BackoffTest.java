package parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void next_againAndAgain_doublesUpToAMinute() {
        assertThat(Stream.generate(backoff::next).limit(100).map(Duration::toSeconds).toList())
                .startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L)
                .endsWith(60L);
        assertThat(backoff.tries()).isEqualTo(100);
    }
}
