package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The whole program with events by HTTP. */
final class SlackHttpJourneyTest extends SlackJourney {
    @Override
    void configure() {
        settings.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    }

    @Override
    void awaitReady() {
        slack.app().byHttp(URI.create(parley().address() + "slack/events"));
    }

    @Test
    void mention_isAnswered() {
        String root = askAndWait("hello");

        slack.awaitAcknowledged();
        assertThat(text(slack.answers(GENERAL, root))).isEqualTo("This is answer 1.");
        assertThat(slack.sockets().everOpened()).isZero();
    }

    @Test
    void commandsAndButtons_work() {
        slack.command(ADA, GENERAL, "/parley", "help");
        slack.await("help", () -> !slack.ephemerals(ADA).isEmpty());
        String root = askAndWait("hello");
        slack.presses(ADA, GENERAL, slack.answers(GENERAL, root).getLast().ts(), "parley.retry");
        slack.await("answer 2", () -> text(slack.answers(GENERAL, root)).contains("answer 2"));
    }
}
