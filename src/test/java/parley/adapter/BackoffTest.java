package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private final Backoff longest = backoff(1);

    private static Backoff backoff(double chance) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), () -> chance);
    }

    @Test
    void afterFailure_againAndAgain_doublesUpToTheLimit() {
        List<Long> waits =
                IntStream.range(0, 9)
                        .mapToObj(_ -> longest.afterFailure(Duration.ZERO).toMillis())
                        .toList();

        assertThat(waits)
                .containsExactly(
                        500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void afterLoss_firstTime_isNoWait() {
        assertThat(longest.afterLoss()).isZero();
        assertThat(longest.afterLoss()).isEqualTo(Duration.ofMillis(500));
        assertThat(longest.afterFailure(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void reset_afterManyFailures_beginsAnew() {
        IntStream.range(0, 5).forEach(_ -> longest.afterFailure(Duration.ZERO));

        longest.reset();

        assertThat(longest.afterLoss()).isZero();
    }

    @Test
    void afterFailure_withLongerWish_waitsAsSlackAsks() {
        assertThat(longest.afterFailure(Duration.ofSeconds(45))).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void wait_byChance_isHalfAtLeast() {
        Backoff shortest = backoff(0);

        assertThat(shortest.afterFailure(Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
        assertThat(shortest.slowly()).isEqualTo(Duration.ofSeconds(15));
    }
}
