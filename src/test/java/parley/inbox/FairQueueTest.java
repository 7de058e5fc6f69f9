package parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.testing.ManualTicker;

final class FairQueueTest {
    private final ManualTicker ticker = new ManualTicker();
    private final FairQueue queue = new FairQueue(ticker);

    @Test
    void poll_noisyChannel_othersTakeTurnsWithIt() {
        offer("web/w/loud/1", "web/w/loud/2", "web/w/loud/3", "web/w/quiet/1");

        assertThat(drain())
                .containsExactly("web/w/loud/1", "web/w/quiet/1", "web/w/loud/2", "web/w/loud/3");
    }

    @Test
    void poll_noisyWorkspace_othersTakeTurnsWithIt() {
        offer("slack/A/a/1", "slack/A/b/1", "slack/A/c/1", "slack/B/a/1");

        assertThat(drain())
                .containsExactly("slack/A/a/1", "slack/B/a/1", "slack/A/b/1", "slack/A/c/1");
    }

    @Test
    void offer_threadThatWaits_isNotAddedAgain() {
        offer("web/w/c/1");

        assertThat(queue.offer(ThreadId.parse("web/w/c/1"))).isFalse();
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void order_isTheOrderOfPolling() {
        offer("web/w/a/1", "web/w/a/2", "web/w/b/1", "web/v/a/1", "web/v/b/1", "web/w/c/1");
        List<String> foretold = queue.order().stream().map(ThreadId::toString).toList();

        assertThat(drain()).isEqualTo(foretold);
    }

    @Test
    void place_ofEach_isItsPlaceInTheOrder() {
        offer("web/w/a/1", "web/w/a/2", "web/w/b/1", "web/v/a/1", "web/v/b/1", "web/w/c/1");
        offer("web/v/a/2", "web/v/a/3", "slack/S/a/1", "web/w/a/3", "slack/S/a/2");
        while (queue.size() > 0) {
            assertThat(queue.order())
                    .allSatisfy(thread ->
                            assertThat(queue.place(thread))
                                    .hasValue(queue.order().indexOf(thread) + 1));
            queue.poll();
        }
        assertThat(queue.place(ThreadId.parse("web/w/a/1"))).isEmpty();
    }

    @Test
    void order_ofTheFirst_isTheBeginningOfTheOrder() {
        offer("web/w/a/1", "web/w/a/2", "web/w/b/1", "web/v/a/1", "web/v/b/1", "web/w/c/1");

        assertThat(queue.order(4)).isEqualTo(queue.order().subList(0, 4));
    }

    @Test
    void poll_platformThatMayNot_keepsItsPlace() {
        offer("slack/S/a/1", "web/w/a/1", "slack/S/a/2");

        assertThat(queue.poll(platform -> platform == Platform.WEB))
                .contains(ThreadId.parse("web/w/a/1"));
        assertThat(queue.poll(platform -> platform == Platform.WEB)).isEmpty();
        assertThat(drain()).containsExactly("slack/S/a/1", "slack/S/a/2");
    }

    @Test
    void poll_besideAThousandOfOneChannel_anotherChannelIsNext() {
        for (int i = 0; i < 1_000; i++) {
            offer("web/w/loud/" + i);
        }
        offer("web/w/quiet/1", "web/v/quiet/1");

        assertThat(drain().subList(0, 4))
                .containsExactly("web/w/loud/0", "web/v/quiet/1", "web/w/quiet/1", "web/w/loud/1");
    }

    @Test
    void longestWait_isThatOfTheFirstThatCame() {
        assertThat(queue.longestWait()).isZero();
        offer("web/w/a/1");
        ticker.advance(Duration.ofSeconds(3));
        offer("web/w/b/1");
        ticker.advance(Duration.ofSeconds(4));
        assertThat(queue.longestWait()).isEqualTo(Duration.ofSeconds(7));

        queue.poll();
        assertThat(queue.longestWait()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void poll_empty_isEmpty() {
        assertThat(queue.poll()).isEmpty();
        assertThat(queue.order()).isEmpty();
    }

    private void offer(String... threads) {
        for (String thread : threads) {
            assertThat(queue.offer(ThreadId.parse(thread))).isTrue();
        }
    }

    private List<String> drain() {
        List<String> order = new ArrayList<>();
        for (var next = queue.poll(); next.isPresent(); next = queue.poll()) {
            order.add(next.get().toString());
        }
        return order;
    }
}
