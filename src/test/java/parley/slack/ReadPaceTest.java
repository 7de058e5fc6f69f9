package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class ReadPaceTest {
    private final ManualTicker ticker = new ManualTicker(0);
    private final ReadPace pace = new ReadPace(40, ticker);

    private void call() {
        pace.begins();
        pace.ends();
    }

    private void page(int items, boolean more) {
        call();
        pace.read(items, more);
    }

    private void assertScarce(boolean scarce) {
        call();
        assertThat(pace.pause()).isEqualTo(scarce ? Duration.ofSeconds(61) : Duration.ZERO);
    }

    @Test
    void oneShortPage_isNoSign() {
        page(3, true);
        assertScarce(false);
        page(4, false);
        assertScarce(false);
    }

    @Test
    void twoShortPages_inARow_slowDown() {
        page(15, true);
        page(9, false);
        page(15, true);
        assertScarce(true);
    }

    @Test
    void longPage_betweenShortOnes_keepsThePace() {
        page(15, true);
        page(16, false);
        page(15, true);
        assertScarce(false);
    }

    @Test
    void longPage_endsTheSlowness() {
        page(15, true);
        page(15, true);
        page(200, true);

        assertThat(pace.pause()).isZero();
        assertScarce(false);
    }

    @Test
    void refusals_thatComeEarly_slowDown() {
        call();
        pace.refused();
        assertScarce(false);
        pace.refused();

        assertScarce(true);
    }

    @Test
    void refusal_afterManySlowCalls_isNoSignOfPlenty() {
        page(15, true);
        page(15, true);
        for (int i = 0; i < 10; i++) {
            call();
        }
        pace.refused();

        assertScarce(true);
    }

    @Test
    void refusals_afterManyCalls_areNoSign() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 10; i++) {
                call();
            }
            pace.refused();
        }
        assertScarce(false);
    }
}
