package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class ReplaysTest {
    private final ManualTicker ticker = new ManualTicker(0);
    private final Replays replays = new Replays(ticker);

    @Test
    void first_ofTheSameSignature_isTrueOnce() {
        assertThat(replays.first("v0=a")).isTrue();
        assertThat(replays.first("v0=a")).isFalse();
        assertThat(replays.first("v0=b")).isTrue();
    }

    @Test
    void first_forAsLongAsTheSignatureIsValid_staysFalse() {
        replays.first("v0=a");
        ticker.advance(Duration.ofMinutes(10).minusNanos(1));

        assertThat(replays.first("v0=a")).isFalse();
    }

    @Test
    void forget_afterAFailure_letsItComeAgain() {
        replays.first("v0=a");

        replays.forget("v0=a");

        assertThat(replays.first("v0=a")).isTrue();
    }
}
