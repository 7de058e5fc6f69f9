package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.model.event.MessageEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.RecordedLog;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;

/** What comes over Socket Mode, when it is acknowledged, and in which order. */
final class SocketLinkTest {
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
    private final Turnstile gate = new Turnstile();
    private LinkedBot bot = new LinkedBot(slack);

    @BeforeEach
    void arrange() {
        slack.addUser("U0ANN00001", "ann")
                .addChannel("C0GENERAL1", "general", Room.Kind.PUBLIC, "U0ANN00001")
                .addChannel("C0RANDOM01", "random", Room.Kind.PUBLIC, "U0ANN00001");
    }

    @AfterEach
    void close() {
        gate.open();
        bot.close();
        slack.close();
    }

    @Test
    void event_whileItsHandlerWorks_isNotAcknowledged() {
        bot.onMessage(_ -> gate.pass()).start();

        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        gate.awaitReached(1);
        assertThat(message().acknowledged()).isFalse();
        gate.open();
        slack.awaitAcknowledged();

        assertThat(message().attempts()).isEqualTo(1);
        assertThat(bot.heard()).containsExactly("hello");
    }

    @Test
    void event_whoseHandlerThrows_isSentAgainAndThenAcknowledged() {
        AtomicInteger tries = new AtomicInteger();
        slack.app().redeliverAfter(Duration.ofMillis(200));
        bot.onMessage(
                        _ -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("the store is full");
                            }
                        })
                .start();

        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        slack.awaitAcknowledged();

        assertThat(message().attempts()).isEqualTo(2);
        assertThat(bot.heard()).containsExactly("hello");
    }

    @Test
    void event_nobodyHandles_isAcknowledged() {
        bot.start();

        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        slack.happens("U0ANN00001", "C0GENERAL1", "channel_join", "<@U0ANN00001> has joined");
        slack.opensHome("U0ANN00001", "home");
        slack.awaitAcknowledged();

        assertThat(slack.deliveries()).hasSize(3).allMatch(one -> one.attempts() == 1);
    }

    @Test
    void event_ofAnAbsurdChannel_isAcknowledgedUnheardWithOneLine() {
        bot.onMessage(_ -> {}).start();
        try (RecordedLog log = RecordedLog.of(SocketIntake.class)) {
            slack.sockets()
                    .tell(
                            "{\"envelope_id\":\"e-1\",\"type\":\"events_api\",\"payload\":"
                                    + "{\"type\":\"event_callback\",\"event\":"
                                    + "{\"type\":\"message\",\"channel\":\"C1\\n../x\"}}}");
            slack.await("an acknowledgement", () -> slack.sockets().acknowledged().contains("e-1"));

            assertThat(log.lines())
                    .containsExactly("Slack sent message with an id that is none; it is skipped");
        }
        assertThat(bot.heard()).isEmpty();
    }

    @Test
    void events_ofOneChannel_areHandledInOrder() {
        bot.onMessage(_ -> Thread.yield()).start();
        List<String> texts = IntStream.range(0, 100).mapToObj(i -> "message " + i).toList();

        texts.forEach(text -> slack.says("U0ANN00001", "C0GENERAL1", text));
        slack.awaitAcknowledged();

        assertThat(bot.heard()).containsExactlyElementsOf(texts);
    }

    @Test
    void channel_thatIsSlow_holdsUpNoOther() {
        bot.onMessage(
                        event -> {
                            if (event.getChannel().equals("C0GENERAL1")) {
                                gate.pass();
                            }
                        })
                .start();

        slack.says("U0ANN00001", "C0GENERAL1", "slow");
        slack.says("U0ANN00001", "C0GENERAL1", "behind");
        gate.awaitReached(1);
        slack.says("U0ANN00001", "C0RANDOM01", "quick");
        slack.await("the other channel", () -> bot.heard().contains("quick"));

        assertThat(bot.heard()).containsExactly("quick");
        gate.open();
        slack.awaitAcknowledged();
        assertThat(bot.heard()).containsExactly("quick", "slow", "behind");
    }

    @Test
    void command_whileAChannelIsSlow_isAnsweredAtOnce() {
        bot.onMessage(_ -> gate.pass());
        bot.app.command("/parley", (request, context) -> context.ack("You said " + text(request)));
        bot.start();
        slack.says("U0ANN00001", "C0GENERAL1", "slow");
        gate.awaitReached(1);

        Delivery command = slack.command("U0ANN00001", "C0GENERAL1", "/parley", "status");
        slack.await("answered", command::acknowledged);

        assertThat(command.ack().payload().path("text").asText()).isEqualTo("You said status");
        assertThat(message().acknowledged()).isFalse();
    }

    private static String text(SlashCommandRequest request) {
        return request.getPayload().getText();
    }

    @Test
    void viewSubmission_withErrors_isAnsweredInTheAcknowledgement() {
        bot.app.command(
                "/parley",
                (request, context) -> {
                    context.client()
                            .viewsOpen(
                                    it -> it.triggerId(context.getTriggerId()).viewAsString(VIEW));
                    return context.ack();
                });
        bot.app.viewSubmission(
                "ask",
                (_, context) ->
                        context.ack(it ->
                                it.responseAction("errors").errors(Map.of("q", "too short"))));
        bot.start();
        slack.command("U0ANN00001", "C0GENERAL1", "/parley", "ask");
        slack.await("the form", () -> slack.surfaces().modal("U0ANN00001").isPresent());
        String view = slack.surfaces().modal("U0ANN00001").orElseThrow().path("id").asText();

        Delivery submission = slack.submits(view, Map.of("q", "?"));
        slack.await("answered", submission::acknowledged);

        assertThat(submission.ack().payload().toString())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"q\":\"too short\"}}");
    }

    @Test
    void retry_isToldToTheHandler() {
        slack.app().redeliverAfter(Duration.ofMillis(200));
        List<String> retries = new CopyOnWriteArrayList<>();
        bot.app.event(
                MessageEvent.class,
                (_, context) -> {
                    retries.add(context.getRetryNum() + " " + context.getRetryReason());
                    if (retries.size() == 1) {
                        throw new IllegalStateException("on purpose");
                    }
                    return context.ack();
                });
        bot.start();

        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        slack.awaitAcknowledged();

        assertThat(retries).hasSize(2);
        assertThat(retries.getLast()).isEqualTo("1 timeout");
    }

    @Test
    void flood_beyondTheBound_isTakenWhenSlackSendsItAgain() {
        bot = new LinkedBot(slack, slack.appToken(), 2, it -> it);
        slack.app().redeliverAfter(Duration.ofMillis(300));
        bot.onMessage(_ -> gate.pass()).start();
        List<String> texts = List.of("one", "two", "three", "four");

        texts.forEach(text -> slack.says("U0ANN00001", "C0GENERAL1", text));
        gate.awaitReached(1);
        gate.open();
        slack.awaitAcknowledged();

        assertThat(bot.heard()).containsAll(texts);
    }

    @Test
    void start_callsNothingButTheOpening() {
        bot.onMessage(_ -> {}).start();
        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        slack.awaitAcknowledged();

        assertThat(slack.calls())
                .extracting(call -> call.method())
                .containsExactly("apps.connections.open");
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void close_whileARequestIsUnderWay_letsItsAcknowledgementOut() {
        bot.onMessage(_ -> gate.pass()).start();
        slack.says("U0ANN00001", "C0GENERAL1", "hello");
        gate.awaitReached(1);

        Thread closing = Thread.ofVirtual().start(bot.link::close);
        gate.open();
        slack.await("acknowledged", () -> message().acknowledged());
        slack.await("no connection", () -> slack.sockets().open() == 0);
        slack.await("closed", () -> !closing.isAlive());

        assertThat(message().attempts()).isEqualTo(1);
    }

    private Delivery message() {
        return slack.deliveries("message").getFirst();
    }
}
