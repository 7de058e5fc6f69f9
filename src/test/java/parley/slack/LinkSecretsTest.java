package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.event.MessageEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.RecordedLog;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;

/** Whatever comes in, no token, secret, signature or ticket gets into a log at any level. */
final class LinkSecretsTest {
    private final RecordedLog log = RecordedLog.everything();
    private final FakeSlack slack = FakeSlack.start();

    @AfterEach
    void close() {
        slack.close();
        log.close();
    }

    @Test
    void socketMode_inGoodAndBadTimes_keepsItsSecrets() {
        room();
        try (LinkedBot bot = new LinkedBot(slack).onMessage(LinkSecretsTest::failAtBad).start()) {
            slack.app().redeliverAfter(Duration.ofMillis(300));
            slack.says("U0ANN00001", "C0GENERAL1", "bad");
            slack.says("U0ANN00001", "C0GENERAL1", "good");
            slack.command("U0ANN00001", "C0GENERAL1", "/unknown", "status");
            slack.await("heard", () -> bot.heard().contains("good"));
            slack.faults()
                    .next("apps.connections.open", new Fault.Status(500))
                    .next("apps.connections.open", new Fault.Malformed());
            slack.sockets().drop();
            slack.says("U0ANN00001", "C0GENERAL1", "again");
            slack.await("heard again", () -> bot.heard().contains("again"));
        }

        assertSecret("ticket=");
        assertThat(log.lines()).anyMatch(line -> line.startsWith("Slack is back"));
    }

    @Test
    void http_inGoodAndBadTimes_keepsItsSecrets() {
        room();
        try (HttpBot bot = new HttpBot(slack)) {
            slack.app().byHttp(bot.address());
            slack.app().redeliverAfter(Duration.ofSeconds(2));
            bot.app.event(
                    MessageEvent.class,
                    (request, context) -> {
                        failAtBad(request.getEvent());
                        return context.ack();
                    });
            bot.start();
            slack.says("U0ANN00001", "C0GENERAL1", "good");
            slack.says("U0ANN00001", "C0GENERAL1", "bad");
            slack.await("failed", () -> slack.deliveries().getLast().statuses().contains(500));
            HttpQuestion unknown =
                    bot.signed("{\"type\":\"new\",\"token\":\"tok\"}", Duration.ZERO);
            assertThat(bot.http.receive(unknown).status()).isEqualTo(200);
            assertThat(bot.http.receive(bot.signed("{}", Duration.ofDays(1))).status())
                    .isEqualTo(401);
            assertThat(unknown.toString()).doesNotContain("v0=");
        }

        assertSecret("v0=");
    }

    private void room() {
        slack.addUser("U0ANN00001", "ann")
                .addChannel("C0GENERAL1", "general", Room.Kind.PUBLIC, "U0ANN00001");
    }

    private static void failAtBad(MessageEvent event) {
        if (event.getText().equals("bad")) {
            throw new IllegalStateException("on purpose");
        }
    }

    private void assertSecret(String alsoNot) {
        assertThat(log.lines()).isNotEmpty();
        assertThat(String.join("\n", log.lines()))
                .doesNotContain(
                        slack.botToken(),
                        slack.appToken(),
                        slack.signingSecret(),
                        "verification-token",
                        alsoNot);
    }
}
