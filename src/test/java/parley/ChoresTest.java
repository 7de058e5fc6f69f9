package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ChoresTest {
    private static final Duration OFTEN = Duration.ofMillis(1);

    @Test
    void chore_isDoneAgain_alsoAfterItFailed() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(3);
        try (Chores chores = new Chores()) {
            chores.every(
                    OFTEN,
                    "failing",
                    () -> {
                        times.countDown();
                        throw new IllegalStateException("on purpose");
                    });
            assertThat(times.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void chore_thatRuns_isNotBegunASecondTime() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(20);
        try (Chores chores = new Chores()) {
            chores.every(
                    OFTEN,
                    "slow",
                    () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        awaitQuietly(end);
                        running.decrementAndGet();
                    });
            chores.every(OFTEN, "other", others::countDown);
            assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
            end.countDown();
        }
        assertThat(most).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void chore_thatDoesNotEnd_isBrokenOffAtTheEnd() {
        Chores chores = new Chores();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        chores.every(
                Duration.ofHours(1),
                "endless",
                () -> {
                    begun.countDown();
                    awaitQuietly(never);
                    ended.incrementAndGet();
                });
        awaitQuietly(begun);
        chores.close();

        assertThat(never.getCount()).isEqualTo(1);
        assertThat(ended.get()).isLessThanOrEqualTo(1);
    }
}
