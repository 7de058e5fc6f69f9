package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;

/** The start: wrong settings stop it, and a Slack that is out of reach does not. */
final class SocketStartTest {
    private static final String OPEN = "apps.connections.open";
    private static final String UNKNOWN = "xapp-1-A0UNKNOWN01-0000000000-0123456789abcdef";

    private final FakeSlack slack = FakeSlack.start();

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void appToken_thatIsNone_stopsTheStart() {
        try (LinkedBot bot = bot(UNKNOWN)) {
            assertThatThrownBy(() -> bot.link.start(bot.app))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "SLACK_APP_TOKEN is not valid (invalid_auth); app-level tokens are"
                                    + " made at api.slack.com/apps, under Basic Information")
                    .hasNoCause();
            assertThat(slack.calls(OPEN)).hasSize(1);
        }
    }

    @Test
    void botToken_asAppToken_stopsTheStart() {
        try (LinkedBot bot = bot(slack.botToken())) {
            assertThatThrownBy(() -> bot.link.start(bot.app))
                    .hasMessageContaining("no app-level token, which begins with xapp-")
                    .hasMessageNotContaining(slack.botToken());
        }
    }

    @Test
    void appToken_withoutItsScope_stopsTheStart() {
        slack.faults().next(OPEN, new Fault.Refused("missing_scope"));
        try (LinkedBot bot = new LinkedBot(slack)) {
            assertThatThrownBy(() -> bot.link.start(bot.app))
                    .hasMessageContaining("lacks the scope connections:write");
        }
    }

    @ParameterizedTest
    @CsvSource({"500,Slack answered with HTTP status 500", "0,does not answer"})
    void slack_outOfReach_isWaitedFor(int status, String reason) {
        slack.faults().always(OPEN, status == 0 ? new Fault.Hang() : new Fault.Status(status));
        try (LinkedBot bot = new LinkedBot(slack)) {
            bot.link.start(bot.app);

            assertThat(bot.link.fault())
                    .hasValueSatisfying(fault ->
                            assertThat(fault)
                                    .matches(
                                            "Nothing comes in from Slack since \\d\\d:\\d\\d"
                                                    + " UTC: .*")
                                    .contains(reason));
            slack.faults().clear();
            slack.await("connected", () -> bot.link.fault().isEmpty());
        }
    }

    @Test
    void appToken_refusedWhileRunning_isSaidInHealthAndTriedAgain() {
        try (LinkedBot bot = new LinkedBot(slack).start()) {
            slack.faults().next(OPEN, 2, new Fault.Refused("token_revoked"));

            slack.sockets().drop();
            slack.await("said", () -> bot.link.fault().toString().contains("token_revoked"));
            slack.await("connected", () -> bot.link.fault().isEmpty());
        }
    }

    private LinkedBot bot(String appToken) {
        return new LinkedBot(slack, appToken, 10, it -> it);
    }
}
