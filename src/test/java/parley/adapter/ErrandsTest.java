package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ErrandsTest {
    private final Errands errands = new Errands();

    @Test
    void close_errandUnderWay_waitsForIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        errands.run(
                "a slow errand",
                () -> {
                    begun.countDown();
                    Thread.yield();
                    done.set(true);
                });
        begun.await();

        errands.close();

        assertThat(done).isTrue();
    }

    @Test
    void run_afterClose_isNotCarriedOut() {
        AtomicInteger done = new AtomicInteger();
        errands.close();

        errands.run("a late errand", done::incrementAndGet);
        errands.close();

        assertThat(done).hasValue(0);
    }

    @Test
    void run_errandThatFails_leavesRoomForOthers() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            errands.run(
                    "a wrong errand",
                    () -> {
                        throw new IllegalStateException("wrong");
                    });
        }
        CountDownLatch done = new CountDownLatch(1);
        errands.run("a right errand", done::countDown);

        done.await();
        errands.close();
    }
}
