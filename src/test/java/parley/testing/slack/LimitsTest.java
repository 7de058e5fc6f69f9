package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class LimitsTest {
    private final ManualTicker ticker = new ManualTicker();
    private final FakeSlack slack =
            FakeSlack.start(ticker)
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1")
                    .addChannel("C2", "random", Room.Kind.PUBLIC, "U1");
    private final RawClient client = new RawClient(slack);
    private String root = "";

    @BeforeEach
    void begin() {
        root = slack.says("U1", "C1", "A question");
    }

    @AfterEach
    void close() {
        slack.close();
    }

    private boolean posts(String channel) {
        return client.form("chat.postMessage", slack.botToken(), "channel", channel, "text", "x")
                        .statusCode()
                == 200;
    }

    private void post(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(posts("C1")).isTrue();
        }
    }

    private boolean asks(String method, String... arguments) {
        return client.form(method, slack.botToken(), arguments).statusCode() == 200;
    }

    @Test
    void posts_threeAtOnce_thenOneASecondInEachChannel() {
        post(3);
        assertThat(posts("C1")).isFalse();
        assertThat(posts("C2")).isTrue();
        ticker.advance(Duration.ofSeconds(1));
        assertThat(posts("C1")).isTrue();
        assertThat(posts("C1")).isFalse();

        assertThat(slack.rateLimited()).extracting(Call::method).containsOnly("chat.postMessage");
        assertThat(slack.channel("C1")).hasSize(5);
    }

    @Test
    void tooMany_saysHowLongToWait() {
        for (int i = 0; i < 20; i++) {
            assertThat(asks("users.list")).isTrue();
        }
        ticker.advance(Duration.ofSeconds(20));
        HttpResponse<String> refused = client.form("users.list", slack.botToken());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("40");
        assertThat(refused.body()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
        ticker.advance(Duration.ofSeconds(40));
        assertThat(asks("users.list")).isTrue();
    }

    @Test
    void statuses_sixtyAMinuteInEachThread() {
        String other = slack.says("U1", "C2", "Another");
        for (int i = 0; i < 60; i++) {
            assertThat(status("C1", root)).isTrue();
        }

        assertThat(status("C1", root)).isFalse();
        assertThat(status("C2", other)).isTrue();
        ticker.advance(Duration.ofMinutes(2));
        assertThat(slack.surfaces().status("C1", root)).isEmpty();
    }

    private boolean status(String channel, String thread) {
        return asks(
                "assistant.threads.setStatus",
                "channel_id",
                channel,
                "thread_ts",
                thread,
                "status",
                "thinks");
    }

    @Test
    void limits_scaledOrOff_letMorePass() {
        slack.limits().scale(2);
        for (int i = 0; i < 40; i++) {
            assertThat(asks("users.list")).isTrue();
        }
        assertThat(asks("users.list")).isFalse();
        slack.limits().off();
        assertThat(asks("users.list")).isTrue();
        post(4);
        slack.limits().on();
        assertThat(asks("users.list")).isFalse();
    }

    @Test
    void history_outsideTheMarketplace_isOnceAMinuteAndShort() {
        slack.limits().outsideMarketplace();
        for (int i = 0; i < 20; i++) {
            slack.replies("U1", "C1", root, "reply " + i);
        }
        String[] thread = {"channel", "C1", "ts", root, "limit", "1000"};

        assertThat(client.call("conversations.replies", thread).path("messages")).hasSize(15);
        assertThat(asks("conversations.replies", thread)).isFalse();
    }

    @Test
    void rateLimited_byScript_isNotTheBotsFault() {
        slack.faults().next("users.list", 2, new Fault.RateLimited(7));

        assertThat(client.form("users.list", slack.botToken()).headers().firstValue("retry-after"))
                .contains("7");
        assertThat(asks("users.list")).isFalse();
        assertThat(asks("users.list")).isTrue();
        assertThat(slack.rateLimited()).isEmpty();
    }
}
