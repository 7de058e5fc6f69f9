package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.responder.Urgency.FINAL;
import static parley.responder.Urgency.FIRST;
import static parley.responder.Urgency.MIDDLE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class PaceTest {
    private final ManualTicker time = new ManualTicker();
    private final Pace pace = new Pace(time);

    @Test
    void nanosUntil_middleEdits_areFurtherApartTheLongerTheText() {
        pace.writes();

        assertThat(pace.nanosUntil(MIDDLE, 0)).isEqualTo(millis(40));
        assertThat(pace.nanosUntil(MIDDLE, 10_000)).isEqualTo(millis(140));
        assertThat(pace.nanosUntil(MIDDLE, 1_000_000)).isEqualTo(millis(250));
        time.advance(millis(40) - 1);
        assertThat(pace.nanosUntil(MIDDLE, 0)).isEqualTo(1);
    }

    @Test
    void nanosUntil_firstAndFinal_goAtOnce() {
        pace.writes();

        assertThat(pace.nanosUntil(FIRST, 500)).isZero();
        assertThat(pace.nanosUntil(FINAL, 500)).isZero();
    }

    @Test
    void failed_againAndAgain_pausesGrowToHalfAMinute() {
        for (long expected : new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
            pace.failed();
            assertThat(pace.nanosUntil(FINAL, 0)).isEqualTo(millis(expected));
            time.advance(millis(expected));
            assertThat(pace.nanosUntil(FINAL, 0)).isZero();
        }
        pace.arrived();
        pace.failed();
        assertThat(pace.nanosUntil(FINAL, 0)).isEqualTo(millis(500));
    }

    @Test
    void unreachable_finishedAnswer_isTriedUntilThePatienceEnds_notLonger() {
        pace.lastLap(Duration.ofSeconds(60));
        for (long expected : new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 28_500}) {
            pace.writes();
            pace.unreachable();
            assertThat(pace.isExhausted()).isFalse();
            assertThat(pace.nanosUntil(FINAL, 0)).isEqualTo(millis(expected));
            time.advance(millis(expected));
        }
        pace.writes();
        pace.unreachable();

        assertThat(pace.isExhausted()).isTrue();
    }

    @Test
    void unreachable_triesThatTakeLong_countWhileBudgetsDoNot() {
        pace.lastLap(Duration.ofSeconds(10));
        tryFor(7_000);
        time.advance(millis(500));
        time.advance(Duration.ofHours(1));
        tryFor(2_500 - 1);
        assertThat(pace.isExhausted()).isFalse();
        assertThat(pace.nanosUntil(FINAL, 0)).isEqualTo(millis(1));
        time.advance(millis(1));
        tryFor(0);

        assertThat(pace.isExhausted()).isTrue();
    }

    private void tryFor(long millis) {
        pace.writes();
        time.advance(millis(millis));
        pace.unreachable();
    }

    @Test
    void arrived_inBetween_thePatienceBeginsAnew() {
        pace.lastLap(Duration.ofSeconds(10));
        tryFor(9_000);
        pace.arrived();
        tryFor(9_000);
        assertThat(pace.isExhausted()).isFalse();
        tryFor(9_000);

        assertThat(pace.isExhausted()).isTrue();
    }

    @Test
    void unreachable_growingAnswer_isNeverGivenUp() {
        tryFor(3_600_000);
        assertThat(pace.isExhausted()).isFalse();
        pace.lastLap(Duration.ofSeconds(10));

        assertThat(pace.nanosUntil(FINAL, 0)).isZero();
        tryFor(9_000);
        assertThat(pace.isExhausted()).isFalse();
    }

    @Test
    void mute_onlyTheFinishedAnswerIsWritten() {
        pace.mute();

        assertThat(pace.nanosUntil(FIRST, 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(pace.nanosUntil(FINAL, 0)).isZero();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
