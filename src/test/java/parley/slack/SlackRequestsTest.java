package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SlackRequestsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SlackRequests requests = new SlackRequests(1_000);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void lane_withManyRequests_keepsTheirOrder() {
        List<Integer> done = new CopyOnWriteArrayList<>();
        requests.take(Optional.of("C1"), this::waitAtTheGate);
        for (int i = 0; i < 500; i++) {
            int number = i;
            assertThat(requests.take(Optional.of("C1"), () -> done.add(number))).isTrue();
        }

        gate.countDown();

        assertThat(requests.close(LONG)).isTrue();
        assertThat(done).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void lane_thatIsSlow_holdsUpNoOther() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        requests.take(Optional.of("C1"), this::waitAtTheGate);

        requests.take(Optional.of("C2"), done::countDown);
        requests.take(Optional.empty(), done::countDown);

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        gate.countDown();
    }

    @Test
    void request_thatThrows_isFollowedByTheNext() {
        List<String> done = new CopyOnWriteArrayList<>();
        requests.take(Optional.of("C1"), this::waitAtTheGate);
        requests.take(
                Optional.of("C1"),
                () -> {
                    throw new AssertionError("on purpose");
                });
        requests.take(Optional.of("C1"), () -> done.add("next"));

        gate.countDown();

        assertThat(requests.close(LONG)).isTrue();
        assertThat(done).containsExactly("next");
    }

    @Test
    void take_beyondTheBound_isRefusedUntilThereIsRoom() throws InterruptedException {
        SlackRequests few = new SlackRequests(2);
        CountDownLatch ran = new CountDownLatch(2);
        few.take(Optional.of("C1"), this::waitAtTheGate);
        few.take(Optional.of("C1"), ran::countDown);

        assertThat(few.take(Optional.of("C1"), () -> {})).isFalse();
        assertThat(few.take(Optional.of("C2"), () -> {})).isFalse();
        assertThat(few.take(Optional.empty(), () -> {})).isFalse();
        gate.countDown();
        while (!few.take(Optional.of("C1"), ran::countDown)) {
            Thread.onSpinWait();
        }

        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void close_whileOneRuns_waitsForItAndTakesNoMore() {
        List<String> done = new CopyOnWriteArrayList<>();
        requests.take(
                Optional.of("C1"),
                () -> {
                    waitAtTheGate();
                    done.add("first");
                });
        Thread opener = Thread.ofVirtual().unstarted(gate::countDown);

        assertThat(requests.close(Duration.ZERO)).isFalse();
        assertThat(requests.take(Optional.of("C2"), () -> done.add("late"))).isFalse();
        opener.start();

        assertThat(requests.close(LONG)).isTrue();
        assertThat(done).containsExactly("first");
    }

    private void waitAtTheGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
