package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EventStreamTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void put_moreThanFits_isReplacedByResync() throws InterruptedException {
        var stream = new EventStream(2);
        stream.put("a");
        stream.put("b");
        stream.put("c");

        assertThat(stream.next(SOON))
                .hasValueSatisfying(frame -> assertThat(frame).contains("event: resync"));
        assertThat(stream.next(SOON)).contains(": alive\n\n");
    }

    @Test
    void next_nothingToTell_isAHeartbeat() throws InterruptedException {
        assertThat(new EventStream(2).next(SOON)).contains(": alive\n\n");
    }

    @Test
    void next_afterTheEnd_isEmpty() throws InterruptedException {
        var stream = new EventStream(2);
        stream.put("a");
        stream.end();

        assertThat(stream.next(SOON)).isEmpty();
    }

    @Test
    void hub_closed_letsNobodyIn() {
        var hub = new EventHub("run");
        hub.close();

        assertThat(hub.open()).isEmpty();
    }
}
