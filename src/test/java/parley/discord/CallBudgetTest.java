package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.discord.RateHeaders.Budget;

final class CallBudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** The clock may stand anywhere, also where it runs over. */
    private static final long BASE = Long.MAX_VALUE - SECOND;

    private final CallBudget budget = CallBudget.usual();

    private void told(int limit, int remaining, double resetAfter, double at) {
        budget.told(
                new Budget(limit, remaining, Duration.ofNanos((long) (resetAfter * SECOND))),
                nanos(at));
    }

    private static long nanos(double seconds) {
        return BASE + (long) (seconds * SECOND);
    }

    private double untilOpen(double at) {
        return budget.nanosUntilOpen(nanos(at)) / (double) SECOND;
    }

    @Test
    void nothingTold_isOpen_andOfTheUsualSize() {
        assertThat(untilOpen(0)).isZero();
        assertThat(budget.limit()).isEqualTo(5);
        assertThat(budget.window()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void firstAnswerOfAWindow_tellsItsSize() {
        told(10, 9, 8, 0);

        assertThat(budget.limit()).isEqualTo(10);
        assertThat(budget.window()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void laterAnswerOfAWindow_doesNot() {
        told(5, 3, 2, 0);

        assertThat(budget.window()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void nothingRemaining_isShutUntilTheReset() {
        told(5, 0, 2, 0);

        assertThat(untilOpen(0)).isEqualTo(2);
        assertThat(untilOpen(1.5)).isEqualTo(0.5);
        assertThat(untilOpen(2)).isZero();
    }

    @Test
    void callsUnderWay_countAgainstWhatRemains() {
        told(5, 2, 4, 0);
        budget.begins();
        assertThat(untilOpen(0)).isZero();
        budget.begins();

        assertThat(untilOpen(0)).isEqualTo(4);
    }

    @Test
    void answeredCalls_countOnce() {
        budget.begins();
        budget.begins();
        told(5, 4, 5, 0);

        assertThat(untilOpen(0)).isZero();
        budget.landed();
        budget.begins();
        budget.begins();
        budget.begins();
        assertThat(untilOpen(0)).isGreaterThan(0);
    }

    @Test
    void slowAnswer_doesNotMoveTheReset() {
        told(5, 1, 1, 4);
        told(5, 0, 1, 4.7);

        assertThat(untilOpen(5)).isZero();
    }

    @Test
    void answersInTheWrongOrder_leaveTheLeast() {
        told(5, 0, 3, 0);
        told(5, 1, 3, 0.1);

        assertThat(untilOpen(1)).isEqualTo(2);
    }

    @Test
    void newWindow_beginsAnew() {
        told(5, 0, 0.5, 0);
        told(5, 4, 5, 0.4);

        assertThat(untilOpen(0.4)).isZero();
    }

    @Test
    void pause_shutsForTheLongestAskedFor() {
        budget.rest(Duration.ofSeconds(3), nanos(0));
        budget.rest(Duration.ofSeconds(1), nanos(0));

        assertThat(untilOpen(0)).isEqualTo(3);
        assertThat(untilOpen(3)).isZero();
    }

    @Test
    void oddNumbers_giveABudgetAllTheSame() {
        told(0, 0, 0, 0);

        assertThat(budget.limit()).isEqualTo(1);
        assertThat(budget.window()).isPositive();
    }
}
