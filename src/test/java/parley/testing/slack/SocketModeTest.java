package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SocketModeTest {
    private final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private RunningBolt bolt;

    @BeforeEach
    void connect() throws Exception {
        bolt = RunningBolt.start(slack);
    }

    @AfterEach
    void close() throws Exception {
        bolt.close();
        slack.close();
    }

    @Test
    void says_mention_comesTwiceWithDifferentEventIds() {
        slack.says("U1", "C1", slack.mention() + " hello");
        slack.awaitAcknowledged();

        assertThat(bolt.heard())
                .containsExactlyInAnyOrder(
                        "mention " + slack.mention() + " hello",
                        "message " + slack.mention() + " hello");
        assertThat(slack.deliveries()).extracting(Delivery::eventId).doesNotHaveDuplicates();
        assertThat(slack.deliveries("app_mention").getFirst().ack().delay())
                .isLessThan(Duration.ofSeconds(3));
        assertThat(slack.violations()).isEmpty();
    }
}
