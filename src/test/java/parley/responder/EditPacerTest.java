package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.responder.EditPacer.UNTIL_LANDED;
import static parley.responder.Urgency.FINAL;
import static parley.responder.Urgency.FIRST;
import static parley.responder.Urgency.MIDDLE;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.chat.RateScope;
import parley.testing.ManualTicker;

final class EditPacerTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ManualTicker time = new ManualTicker();

    private EditPacer pacer(int permits) {
        return new EditPacer(new RateScope("edits", permits, Duration.ofSeconds(1)), time);
    }

    private static void write(EditPacer pacer) {
        pacer.take();
        pacer.landed();
    }

    @Test
    void nanosUntil_permitsUsedUp_freesEachAfterItsWindow() {
        EditPacer pacer = pacer(2);
        write(pacer);
        time.advance(300);
        write(pacer);

        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(SECOND - 300);
        time.advance(SECOND - 301);
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(1);
        time.advance(1);
        assertThat(pacer.nanosUntil(FINAL)).isZero();
        write(pacer);
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(300);
    }

    @Test
    void nanosUntil_writeUnderWay_holdsItsPermitUntilAWindowAfterItLanded() {
        EditPacer pacer = pacer(1);
        pacer.take();
        time.advance(5 * SECOND);

        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(UNTIL_LANDED);
        pacer.landed();
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(SECOND);
    }

    @Test
    void nanosUntil_permitGivenBack_isFreeAtOnce() {
        EditPacer pacer = pacer(1);
        pacer.take();
        pacer.giveBack();

        assertThat(pacer.nanosUntil(MIDDLE)).isZero();
    }

    @Test
    void nanosUntil_reserve_isKeptForFinals() {
        EditPacer pacer = pacer(10);
        for (int i = 0; i < 8; i++) {
            assertThat(pacer.nanosUntil(FIRST)).isZero();
            write(pacer);
        }

        assertThat(pacer.nanosUntil(FIRST)).isEqualTo(SECOND);
        assertThat(pacer.nanosUntil(MIDDLE)).isEqualTo(SECOND);
        assertThat(pacer.nanosUntil(FINAL)).isZero();
        write(pacer);
        write(pacer);
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(SECOND);
    }

    @Test
    void nanosUntil_onePermit_isForEveryone() {
        assertThat(pacer(1).nanosUntil(MIDDLE)).isZero();
    }

    @Test
    void nanosUntil_twoPermits_keepOneForFinals() {
        EditPacer pacer = pacer(2);
        write(pacer);

        assertThat(pacer.nanosUntil(MIDDLE)).isEqualTo(SECOND);
        assertThat(pacer.nanosUntil(FINAL)).isZero();
    }

    @Test
    void coolOff_nothingGoesForSoLong_thenHalfAsOften_recoveringOverTenWindows() {
        EditPacer pacer = pacer(1);
        pacer.coolOff(Duration.ofSeconds(3));

        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(3 * SECOND);
        time.advance(3 * SECOND);
        assertThat(pacer.nanosUntil(FINAL)).isZero();
        write(pacer);
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(2 * SECOND);
        time.advance(5 * SECOND);
        write(pacer);
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(SECOND + SECOND / 2);
        time.advance(5 * SECOND);
        write(pacer);
        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(SECOND);
    }

    @Test
    void coolOff_shorterThanTheOneBefore_doesNotEndIt() {
        EditPacer pacer = pacer(5);
        pacer.coolOff(Duration.ofSeconds(30));
        pacer.coolOff(Duration.ofSeconds(1));

        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(30 * SECOND);
    }

    @Test
    void adopt_fewerPermits_countsEarlierWrites() {
        EditPacer pacer = pacer(5);
        write(pacer);
        time.advance(10);
        write(pacer);
        pacer.adopt(new RateScope("edits", 1, Duration.ofSeconds(1)));

        assertThat(pacer.nanosUntil(FINAL)).isEqualTo(SECOND);
    }

    @Test
    void isIdle_onceTheWindowHasPassed() {
        EditPacer pacer = pacer(1);
        write(pacer);
        assertThat(pacer.isIdle()).isFalse();
        time.advance(SECOND);

        assertThat(pacer.isIdle()).isTrue();
    }

    @Test
    void take_randomWrites_neverMoreThanThePermitsInAnyWindow() {
        Random random = new Random(5);
        EditPacer pacer = pacer(7);
        ArrayDeque<Long> window = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            time.advance(random.nextInt((int) (SECOND / 3)));
            Urgency urgency = Urgency.values()[random.nextInt(3)];
            long wait = pacer.nanosUntil(urgency);
            time.advance(random.nextBoolean() ? wait : 0);
            if (pacer.nanosUntil(urgency) == 0) {
                write(pacer);
                window.addLast(time.nanos());
            }
            while (!window.isEmpty() && time.nanos() - window.getFirst() >= SECOND) {
                window.removeFirst();
            }
            assertThat(window).hasSizeLessThanOrEqualTo(7);
        }
    }
}
