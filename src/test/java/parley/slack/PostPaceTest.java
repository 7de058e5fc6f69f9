package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.WorkspaceId;
import parley.slack.PostPace.Kind;
import parley.testing.ManualTicker;

final class PostPaceTest {
    private static final ChannelId GENERAL =
            new ChannelId(new WorkspaceId(Platform.SLACK, "T1"), "C1");
    private static final ChannelId RANDOM =
            new ChannelId(new WorkspaceId(Platform.SLACK, "T1"), "C2");

    private final ManualTicker ticker = new ManualTicker();
    private final PostPace pace = new PostPace(ticker);

    @Test
    void pass_firstOfAChannel_waitsForNoOther() {
        assertThat(pace.pass(GENERAL, Kind.NOTICE)).isEmpty();
        assertThat(pace.pass(RANDOM, Kind.NOTICE)).isEmpty();
    }

    @Test
    void pass_aSecondLater_mayGo() {
        pace.pass(GENERAL, Kind.NOTICE);
        pace.landed(GENERAL, Kind.NOTICE);
        ticker.advance(Duration.ofSeconds(1));

        assertThat(pace.pass(GENERAL, Kind.NOTICE)).isEmpty();
    }

    @Test
    void pass_whileOneIsUnderWay_waitsForItsEnd() throws InterruptedException {
        pace.pass(GENERAL, Kind.NOTICE);
        pace.pass(RANDOM, Kind.NOTICE);
        Thread second = Thread.ofVirtual().start(() -> pace.pass(GENERAL, Kind.NOTICE));

        pace.landed(GENERAL, Kind.NOTICE);
        ticker.advance(Duration.ofSeconds(1));
        pace.landed(RANDOM, Kind.NOTICE);

        assertThat(second.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void pass_answersAmongThemselves_waitForNothing() {
        assertThat(pace.pass(GENERAL, Kind.ANSWER)).isEmpty();
        assertThat(pace.pass(GENERAL, Kind.ANSWER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pass_behindTheOtherKind_waitsForItsEndAndASecond(Kind kind) {
        Kind other = kind == Kind.NOTICE ? Kind.ANSWER : Kind.NOTICE;
        pace.pass(GENERAL, other);
        CompletableFuture<Optional<Duration>> second = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> second.complete(pace.pass(GENERAL, kind)));

        pace.landed(GENERAL, other);
        assertThat(pace.pass(RANDOM, kind)).isEmpty();
        assertThat(second).isNotDone();
        ticker.advance(Duration.ofSeconds(1));
        pace.landed(RANDOM, kind);

        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
    }
}
