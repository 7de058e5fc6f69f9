package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RequestRoomTest {
    private final FileMemory memory = new FileMemory(100);
    private final LiveTurn live = new LiveTurn();
    private final CompletableFuture<Void> waits = new CompletableFuture<>();
    private final List<String> statuses = new CopyOnWriteArrayList<>();
    private final RequestRoom room = new RequestRoom(memory, 80, live, this::status);

    private void status(String words) {
        statuses.add(words);
        waits.complete(null);
    }

    private CompletableFuture<Void> await() {
        return CompletableFuture.runAsync(room::await, Thread::startVirtualThread);
    }

    @Test
    void room_isHeldUntilItIsGivenBack() {
        room.await();

        assertThat(memory.holdNow(80)).isEmpty();
        room.giveBack();
        assertThat(memory.holdNow(80)).isPresent();
        assertThat(room.takeNow()).isFalse();
        assertThat(statuses).isEmpty();
    }

    @Test
    void none_isWaitedForAndSaid() {
        FileMemory.Hold other = memory.holdNow(80).orElseThrow();
        CompletableFuture<Void> waiting = await();
        waits.join();

        assertThat(waiting).isNotDone();
        other.close();
        waiting.join();
        assertThat(room.takeNow()).isTrue();
        assertThat(statuses).containsExactly(Sentences.FILES_WAITING, Sentences.THINKING);
    }

    @Test
    void stop_endsTheWait() {
        FileMemory.Hold other = memory.holdNow(80).orElseThrow();
        CompletableFuture<Void> waiting = await();
        waits.join();
        live.signal(new Signal.Stop("Ada"));

        waiting.join();
        room.giveBack();
        other.close();
        assertThat(memory.holdNow(100)).isPresent();
    }

    /** The question has changed, and is asked all the same: with its files. */
    @Test
    void edit_doesNotEndTheWait() {
        live.signal(new Signal.Restart());
        FileMemory.Hold other = memory.holdNow(80).orElseThrow();
        CompletableFuture<Void> waiting = await();
        waits.join();
        assertThat(waiting).isNotDone();
        other.close();
        waiting.join();

        assertThat(memory.holdNow(80)).isEmpty();
    }
}
