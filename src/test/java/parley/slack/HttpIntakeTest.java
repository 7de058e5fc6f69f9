package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.model.event.MessageEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.HttpPush;
import parley.testing.slack.Room;

/** A Slack that pushes its requests to a web server. */
final class HttpIntakeTest {
    private static final String VIEW =
            """
            {"type": "modal", "callback_id": "ask",
             "title": {"type": "plain_text", "text": "Ask"},
             "submit": {"type": "plain_text", "text": "Ask"},
             "blocks": [{"type": "input", "block_id": "q",
               "label": {"type": "plain_text", "text": "Question"},
               "element": {"type": "plain_text_input", "action_id": "q"}}]}
            """;

    private final FakeSlack slack = FakeSlack.start();
    private final HttpBot bot = new HttpBot(slack);
    private final HttpPush push = slack.app().byHttp(bot.address());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void arrange() {
        slack.addUser("U0ANN00001", "ann")
                .addChannel("C0GENERAL1", "general", Room.Kind.PUBLIC, "U0ANN00001");
        slack.app().redeliverAfter(Duration.ofSeconds(2));
        register(bot.app);
        bot.start();
    }

    private void register(App app) {
        app.event(
                MessageEvent.class,
                (request, context) -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the store is full");
                    }
                    heard.add(request.getEvent().getText());
                    return context.ack();
                });
        app.command(
                "/parley",
                (request, context) -> {
                    context.client()
                            .viewsOpen(
                                    it -> it.triggerId(context.getTriggerId()).viewAsString(VIEW));
                    return context.ack("Ask away");
                });
        app.viewSubmission(
                "ask",
                (_, context) ->
                        context.ack(it ->
                                it.responseAction("errors").errors(Map.of("q", "too short"))));
    }

    @AfterEach
    void close() {
        slack.close();
        bot.close();
    }

    @Test
    void verification_ofTheAddress_succeeds() {
        assertThat(push.verifyUrl("a-challenge")).isEqualTo("a-challenge");
    }

    @Test
    void events_ofAllKinds_areAcknowledged() {
        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        slack.happens("U0ANN00001", "C0GENERAL1", "channel_join", "<@U0ANN00001> has joined");
        slack.opensHome("U0ANN00001", "home");
        slack.awaitAcknowledged();

        assertThat(heard).containsExactly("hello");
        assertThat(slack.deliveries()).hasSize(3).allMatch(one -> one.attempts() == 1);
    }

    @Test
    void event_whoseHandlerThrows_isSentAgain() {
        failures.set(1);

        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        slack.awaitAcknowledged();

        assertThat(slack.deliveries().getFirst().statuses()).containsExactly(500, 200);
        assertThat(heard).containsExactly("hello");
    }

    @Test
    void commandAndSubmission_areAnsweredInTheirResponses() {
        Delivery command = slack.command("U0ANN00001", "C0GENERAL1", "/parley", "ask");
        slack.await("answered", command::acknowledged);
        assertThat(command.ack().payload().path("text").asText()).isEqualTo("Ask away");

        String view = slack.surfaces().modal("U0ANN00001").orElseThrow().path("id").asText();
        Delivery submission = slack.submits(view, Map.of("q", "?"));
        slack.await("answered", submission::acknowledged);
        assertThat(submission.ack().payload().path("errors").path("q").asText())
                .isEqualTo("too short");
    }

    @Test
    void events_signedByOthers_areRefused() {
        slack.app().redeliverAfter(Duration.ofSeconds(20));
        push.secret("somebody else's");
        slack.says("U0ANN00001", "C0GENERAL1", "forged");
        slack.await("refused", () -> !slack.deliveries().getFirst().statuses().isEmpty());

        assertThat(slack.deliveries().getFirst().statuses()).containsExactly(401);
        assertThat(heard).isEmpty();
    }
}
