package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.RecordedLog;

final class HearingTest {
    private Instant now = Instant.parse("2026-03-01T14:03:10Z");
    private final RecordedLog log = RecordedLog.of(Hearing.class);
    private final Hearing hearing = new Hearing("Slack", "Socket Mode", () -> now);

    @AfterEach
    void release() {
        log.close();
    }

    @Test
    void fault_beforeTheFirstConnection_saysSo() {
        assertThat(hearing.fault())
                .contains(
                        "Nothing comes in from Slack since 14:03 UTC: there was no connection yet");
    }

    @Test
    void fault_whileHeard_isNone() {
        hearing.restored();

        assertThat(hearing.fault()).isEmpty();
        assertThat(log.lines()).containsExactly("Connected to Slack by Socket Mode");
    }

    @Test
    void lost_overManyTries_keepsItsTimeAndTellsTheNewestReason() {
        hearing.restored();
        now = now.plus(Duration.ofHours(2));
        hearing.lost("the connection was closed (code 1006)");
        now = now.plus(Duration.ofMinutes(5));
        hearing.lost("Slack answered with HTTP status 500");

        assertThat(hearing.fault())
                .contains(
                        "Nothing comes in from Slack since 16:03 UTC:"
                                + " Slack answered with HTTP status 500");
    }

    @Test
    void log_overManyTries_hasOneLineOfLossAndOneOfReturn() {
        hearing.restored();
        hearing.lost("the connection was closed (code 1006)");
        hearing.lost("Slack does not answer");
        now = now.plus(Duration.ofMillis(4_210));
        hearing.restored();
        hearing.lost("the connection was closed (code 1001)");
        now = now.plus(Duration.ofMinutes(7));
        hearing.restored();

        assertThat(log.lines())
                .containsExactly(
                        "Connected to Slack by Socket Mode",
                        "Nothing comes in from Slack, trying again until it does:"
                                + " the connection was closed (code 1006)",
                        "Slack is back after 4.2 s",
                        "Nothing comes in from Slack, trying again until it does:"
                                + " the connection was closed (code 1001)",
                        "Slack is back after 7 min");
    }

    @Test
    void lost_seenByHealthFirst_isToldOnceItsReasonIsKnown() {
        hearing.restored();
        hearing.lost();
        assertThat(hearing.fault()).hasValueSatisfying(it -> assertThat(it).contains("closed"));
        hearing.lost("Slack does not answer");

        assertThat(log.lines().getLast()).endsWith("Slack does not answer");
    }
}
