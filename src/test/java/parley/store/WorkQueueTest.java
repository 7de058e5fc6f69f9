package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkQueueTest {
    private final WorkQueue queue = new WorkQueue(3, 0);

    private static Pending<?> work() {
        return new Pending<>(_ -> 1, false);
    }

    @Test
    void take_severalWaiting_areTakenInOrderUpToTheLimit() {
        List<Pending<?>> works = List.of(work(), work(), work());
        works.forEach(queue::put);

        assertThat(queue.take(2)).isEqualTo(works.subList(0, 2));
        assertThat(queue.take(2)).isEqualTo(works.subList(2, 3));
    }

    @Test
    void put_full_isRefusedUntilThereIsRoom() {
        for (int n = 0; n < 3; n++) {
            queue.put(work());
        }

        assertThatThrownBy(() -> queue.put(work()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot keep up");
        assertThat(queue.take(1)).hasSize(1);
        queue.put(work());
    }

    @Test
    void close_withWaiting_handsThemOutAndRefusesMore() {
        Pending<?> waiting = work();
        queue.put(waiting);
        queue.close();

        assertThatThrownBy(() -> queue.put(work()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("stopping");
        assertThat(queue.take(5)).isEqualTo(List.of(waiting));
        assertThat(queue.take(5)).isEmpty();
    }

    @Test
    void put_fullThenTaken_wakesTheWaiting() throws Exception {
        var patient = new WorkQueue(1, Long.MAX_VALUE);
        patient.put(work());
        Thread waiting = Thread.ofVirtual().start(() -> patient.put(work()));

        assertThat(patient.take(1)).hasSize(1);
        waiting.join();
        assertThat(patient.take(1)).hasSize(1);
    }
}
