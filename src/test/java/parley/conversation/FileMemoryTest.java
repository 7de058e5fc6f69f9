package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FileMemoryTest {
    private static final Runnable NOBODY_WAITS =
            () -> {
                throw new AssertionError("there is room");
            };

    private final FileMemory memory = new FileMemory(100);
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        turns.shutdownNow();
    }

    private void holdAtOnce(long bytes) {
        memory.hold(bytes, () -> false, NOBODY_WAITS).close();
    }

    /** A turn that has to wait, and does. */
    private Future<FileMemory.Hold> waits(long bytes, AtomicBoolean over) throws Exception {
        var sign = new CountDownLatch(1);
        Future<FileMemory.Hold> turn =
                turns.submit(() -> memory.hold(bytes, over::get, sign::countDown));
        sign.await();
        return turn;
    }

    @Test
    void severalTurns_shareTheRoom() {
        try (var _ = memory.hold(60, () -> false, NOBODY_WAITS);
                var _ = memory.hold(40, () -> false, NOBODY_WAITS)) {
            holdAtOnce(0);
        }
        holdAtOnce(100);
    }

    @Test
    void moreThanThereIs_goesAlone() throws Exception {
        FileMemory.Hold all = memory.hold(1_000, () -> false, NOBODY_WAITS);
        Future<FileMemory.Hold> next = waits(1, new AtomicBoolean());

        assertThat(next).isNotDone();
        all.close();
        next.get().close();
        holdAtOnce(100);
    }

    /** Else a large one would wait for as long as small ones come. */
    @Test
    void smallOne_doesNotOvertakeALargeOne() throws Exception {
        FileMemory.Hold first = memory.hold(50, () -> false, NOBODY_WAITS);
        Future<FileMemory.Hold> large = waits(80, new AtomicBoolean());
        Future<FileMemory.Hold> small = waits(30, new AtomicBoolean());

        first.close();
        FileMemory.Hold held = large.get();
        assertThat(small).isNotDone();
        held.close();
        small.get().close();
    }

    @Test
    void turnThatIsOver_waitsNoLongerAndHoldsNothing() throws Exception {
        FileMemory.Hold first = memory.hold(100, () -> false, NOBODY_WAITS);
        var over = new AtomicBoolean();
        Future<FileMemory.Hold> stopped = waits(100, over);
        Future<FileMemory.Hold> next = waits(100, new AtomicBoolean());

        over.set(true);
        stopped.get().close();
        assertThat(next).isNotDone();
        first.close();
        next.get().close();
        holdAtOnce(100);
    }

    @Test
    void interruptedTurn_waitsNoLonger() throws Exception {
        FileMemory.Hold first = memory.hold(100, () -> false, NOBODY_WAITS);
        var interrupted = new CompletableFuture<Boolean>();
        var sign = new CountDownLatch(1);
        Thread turn =
                Thread.ofVirtual()
                        .start(() -> {
                            memory.hold(1, () -> false, sign::countDown).close();
                            interrupted.complete(Thread.currentThread().isInterrupted());
                        });
        sign.await();

        turn.interrupt();
        assertThat(interrupted.get()).isTrue();
        first.close();
        holdAtOnce(100);
    }
}
