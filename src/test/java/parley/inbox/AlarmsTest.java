package parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.ThreadId;
import parley.testing.ManualTicker;

final class AlarmsTest {
    private static final ThreadId ONE = ThreadId.parse("web/w/c/1");
    private static final ThreadId TWO = ThreadId.parse("web/w/c/2");

    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<ThreadId> rung = new LinkedBlockingQueue<>();
    private final ManualTicker ticker = new ManualTicker();
    private final Alarms alarms = new Alarms(lock, rung::add, ticker);

    @AfterEach
    void end() {
        locked(alarms::end);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private void set(ThreadId thread, Duration pause) {
        locked(() -> alarms.set(thread, pause));
    }

    @Test
    void set_severalPauses_ringInTheirOrder() throws InterruptedException {
        set(ONE, Duration.ofHours(1));
        set(TWO, Duration.ofSeconds(1));
        ticker.advance(Duration.ofSeconds(1));
        set(TWO, Duration.ZERO);

        assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo(TWO);
        assertThat(rung).isEmpty();
        locked(() -> assertThat(alarms.threads()).containsExactly(ONE));
    }

    @Test
    void set_again_ringsAtTheNewTimeOnly() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            set(ONE, Duration.ofHours(1));
        }
        set(ONE, Duration.ZERO);

        assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo(ONE);
        ticker.advance(Duration.ofHours(2));
        set(TWO, Duration.ZERO);
        assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo(TWO);
        assertThat(rung).isEmpty();
    }

    @Test
    void cancel_beforeItsTime_isSilent() throws InterruptedException {
        set(ONE, Duration.ofSeconds(1));
        locked(() -> alarms.cancel(ONE));
        ticker.advance(Duration.ofSeconds(1));
        set(TWO, Duration.ZERO);

        assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo(TWO);
        assertThat(rung).isEmpty();
    }
}
