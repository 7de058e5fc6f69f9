package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
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
    void slackThatCouldNotDeliver_givesUp_andAllIsFound() {
        String known = askAndWait("before");
        slack.awaitAcknowledged();
        slack.app().redeliverAfter(Duration.ofMillis(300), 0);
        var lost = slack.app().byHttp(URI.create("http://127.0.0.1:1/slack/events"));
        String missed = slack.says(ADA, GENERAL, slack.mention() + " lost for good");
        slack.replies(ADA, GENERAL, known, "and here?");
        slack.await("given up", () -> attempted("lost for good"));
        slack.app().redeliverAfter(Duration.ofMillis(300), 3);
        String late = slack.says(BOB, GENERAL, slack.mention() + " at the second attempt");
        slack.await("the first attempt", () -> attempted("at the second attempt"));
        awaitReady();

        assertThat(lost).isNotNull();
        assertThat(answer(GENERAL, late, 1)).hasSize(1);
        assertThat(answer(GENERAL, missed, 1)).hasSize(1);
        assertThat(answer(GENERAL, known, 2)).hasSize(2);
        assertThat(claude.requests()).hasSize(4);
    }

    private boolean attempted(String words) {
        return slack.deliveries("app_mention").stream()
                .filter(it -> it.payload().toString().contains(words))
                .allMatch(it -> it.attempts() > 0);
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
