package parley;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done again and again while the program runs. A chore that fails is logged and done
 * again the next time; one that still runs is not begun a second time. Safe for use by many
 * threads.
 */
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final long END_MILLIS = 3_000;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("chores").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** Begins it at once, and again after each pause. */
    void every(Duration pause, String name, Runnable chore) {
        AtomicBoolean running = new AtomicBoolean();
        var _ =
                clock.scheduleAtFixedRate(
                        () -> begin(name, chore, running),
                        0,
                        pause.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private void begin(String name, Runnable chore, AtomicBoolean running) {
        if (running.compareAndSet(false, true)) {
            workers.execute(() -> carryOut(name, chore, running));
        }
    }

    private static void carryOut(String name, Runnable chore, AtomicBoolean running) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again", name, e);
        } finally {
            running.set(false);
        }
    }

    /** Begins nothing more, and waits a while for what is under way. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                var _ = workers.shutdownNow();
                LOG.warn("A chore was broken off; the next start goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
