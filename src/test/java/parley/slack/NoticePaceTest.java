package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.WorkspaceId;
import parley.testing.ManualTicker;

final class NoticePaceTest {
    private static final ChannelId GENERAL =
            new ChannelId(new WorkspaceId(Platform.SLACK, "T1"), "C1");
    private static final ChannelId RANDOM =
            new ChannelId(new WorkspaceId(Platform.SLACK, "T1"), "C2");

    private final ManualTicker ticker = new ManualTicker();
    private final NoticePace pace = new NoticePace(ticker);

    @Test
    void pass_firstOfAChannel_waitsForNoOther() {
        assertThat(pace.pass(GENERAL)).isEmpty();
        assertThat(pace.pass(RANDOM)).isEmpty();
    }

    @Test
    void pass_aSecondLater_mayGo() {
        pace.pass(GENERAL);
        pace.landed(GENERAL);
        ticker.advance(Duration.ofSeconds(1));

        assertThat(pace.pass(GENERAL)).isEmpty();
    }

    @Test
    void pass_whileOneIsUnderWay_waitsForItsEnd() throws InterruptedException {
        pace.pass(GENERAL);
        pace.pass(RANDOM);
        Thread second = Thread.ofVirtual().start(() -> pace.pass(GENERAL));

        pace.landed(GENERAL);
        ticker.advance(Duration.ofSeconds(1));
        pace.landed(RANDOM);

        assertThat(second.join(Duration.ofSeconds(10))).isTrue();
    }
}
