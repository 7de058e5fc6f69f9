package parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.event.MessageEvent;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.slack.FakeSlack;

/** What comes in by HTTP, and what does not. */
final class SlackHttpTest {
    private static final String MESSAGE =
            """
            {"type":"event_callback","token":"t","team_id":"T1","api_app_id":"A1","event_id":"Ev1",
             "event":{"type":"message","channel":"C1","user":"U1","text":"hello","ts":"1.2"}}
            """;
    private static final String ACTION =
            "payload="
                    + encoded(
                            """
                            {"type":"block_actions","token":"t","team":{"id":"T1"},
                             "user":{"id":"U1"},"trigger_id":"1.2",
                             "actions":[{"type":"button","action_id":"stop","value":"v"}]}
                            """);
    private static final String COMMAND =
            "token=t&team_id=T1&channel_id=C1&user_id=U1&command=%2Fparley&text=caf%C3%A9"
                    + "&trigger_id=1.2";

    private final FakeSlack slack = FakeSlack.start();
    private final HttpBot bot = new HttpBot(slack);
    private final Turnstile gate = new Turnstile();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        gate.open();
        bot.close();
        slack.close();
    }

    private void listen() {
        bot.app.event(
                MessageEvent.class,
                (request, context) -> {
                    heard.add(request.getEvent().getText());
                    return context.ack();
                });
        bot.app.blockAction(
                "stop",
                (_, context) -> {
                    heard.add("stop");
                    return context.ack();
                });
        bot.app.command(
                "/parley",
                (request, context) -> {
                    heard.add(request.getPayload().getText());
                    return context.ack("d\u00e9j\u00e0 vu");
                });
        bot.start();
    }

    @Test
    void event_inOrder_isHandled() {
        listen();

        assertThat(bot.receive(MESSAGE).status()).isEqualTo(200);
        assertThat(heard).containsExactly("hello");
        assertThat(bot.http.fault()).isEmpty();
        assertThat(slack.calls()).isEmpty();
    }

    @Test
    void command_inOrder_isAnsweredInTheBody() {
        listen();

        HttpAnswer answer = bot.receive(COMMAND);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.body()).contains("d\u00e9j\u00e0 vu");
        assertThat(heard).containsExactly("caf\u00e9");
    }

    @Test
    void urlVerification_isAnsweredWithItsChallenge() {
        listen();

        HttpAnswer answer =
                bot.receive(
                        "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZ\"}");

        assertThat(answer).isEqualTo(new HttpAnswer(200, "text/plain; charset=utf-8", "3eZ"));
    }

    @Test
    void event_unsigned_isRefusedWithoutAWord() {
        listen();

        HttpAnswer answer = bot.http.receive(new HttpQuestion(Map.of(), MESSAGE.getBytes(UTF_8)));

        assertThat(answer).isEqualTo(HttpAnswer.of(401));
        assertThat(answer.body()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void event_forged_isRefused() {
        listen();
        HttpQuestion genuine = bot.signed("{}", Duration.ZERO);

        HttpAnswer answer =
                bot.http.receive(new HttpQuestion(genuine.headers(), MESSAGE.getBytes(UTF_8)));

        assertThat(answer).isEqualTo(HttpAnswer.of(401));
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void event_ofAnotherTime_isRefused(long seconds) {
        listen();

        HttpAnswer answer = bot.http.receive(bot.signed(MESSAGE, Duration.ofSeconds(seconds)));

        assertThat(answer).isEqualTo(HttpAnswer.of(401));
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "action", "command"})
    void request_sentASecondTime_isRefused(String which) {
        listen();
        String body = which.equals("action") ? ACTION : which.equals("command") ? COMMAND : MESSAGE;
        HttpQuestion question = bot.signed(body, Duration.ZERO);

        assertThat(bot.http.receive(question).status()).isEqualTo(200);
        assertThat(bot.http.receive(question)).isEqualTo(HttpAnswer.of(401));
        assertThat(heard).hasSize(1);
    }

    @Test
    void event_slackSendsAgain_isHandledAgain() {
        listen();

        assertThat(bot.http.receive(bot.signed(MESSAGE, Duration.ofSeconds(-4))).status())
                .isEqualTo(200);
        assertThat(bot.http.receive(retry(bot.signed(MESSAGE, Duration.ZERO))).status())
                .isEqualTo(200);
        assertThat(heard).containsExactly("hello", "hello");
    }

    private static HttpQuestion retry(HttpQuestion question) {
        Map<String, String> headers = new HashMap<>(question.headers());
        headers.put("X-Slack-Retry-Num", "1");
        headers.put("X-Slack-Retry-Reason", "http_timeout");
        return new HttpQuestion(headers, question.body());
    }

    @Test
    void event_whoseHandlerThrows_isFailedAndMayComeAgain() {
        AtomicInteger tries = new AtomicInteger();
        List<Integer> retries = new CopyOnWriteArrayList<>();
        bot.app.event(
                MessageEvent.class,
                (_, context) -> {
                    retries.add(context.getRetryNum() == null ? 0 : context.getRetryNum());
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("the store is full");
                    }
                    return context.ack();
                });
        bot.start();
        HttpQuestion question = bot.signed(MESSAGE, Duration.ZERO);

        assertThat(bot.http.receive(question)).isEqualTo(answer(500));
        assertThat(bot.http.receive(retry(question)).status()).isEqualTo(200);
        assertThat(retries).containsExactly(0, 1);
    }

    private static HttpAnswer answer(int status) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", "");
    }

    @Test
    void body_overAMegabyte_isRefusedUnread() {
        listen();

        HttpAnswer answer = bot.http.receive(new HttpQuestion(Map.of(), new byte[1_000_001]));

        assertThat(answer).isEqualTo(HttpAnswer.of(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{", "{\"a\":", "payload=%7B", "payload=%zz", "a=b", "[]"})
    void body_slackNeverSends_isRefused(String body) {
        listen();

        assertThat(bot.receive(body)).isEqualTo(HttpAnswer.of(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"app_rate_limited\",\"token\":\"t\",\"minute_rate_limited\":1}",
                "{\"type\":\"of_next_year\"}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"of_next_year\"}}",
                "{\"type\":\"event_callback\"}",
                "payload=%7B%22type%22%3A%22of_next_year%22%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%7D",
                "ssl_check=1&token=t"
            })
    void request_nobodyHandles_isAcknowledged(String body) {
        listen();

        assertThat(bot.receive(body).status()).isEqualTo(200);
    }

    @Test
    void request_beforeTheStart_isToComeAgain() {
        assertThat(bot.receive(MESSAGE)).isEqualTo(HttpAnswer.of(503));
    }

    @Test
    void request_afterTheEnd_isToComeAgain() {
        listen();
        bot.http.close();

        assertThat(bot.receive(MESSAGE)).isEqualTo(HttpAnswer.of(503));
        assertThat(heard).isEmpty();
    }

    @Test
    void events_ofOneChannel_waitForEachOther() throws Exception {
        bot.app.event(
                MessageEvent.class,
                (request, context) -> {
                    if (request.getEvent().getText().equals("hello")) {
                        gate.pass();
                    }
                    heard.add(request.getEvent().getText());
                    return context.ack();
                });
        bot.start();
        var first = sent(MESSAGE);
        gate.awaitReached(1);
        var second = sent(MESSAGE.replace("hello", "second"));
        var other = sent(MESSAGE.replace("hello", "other").replace("C1", "C2"));

        assertThat(other.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(heard).containsExactly("other");
        gate.open();
        assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(second.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(heard).containsExactly("other", "hello", "second");
    }

    private CompletableFuture<HttpAnswer> sent(String body) {
        var answer = new CompletableFuture<HttpAnswer>();
        Thread.ofVirtual().start(() -> answer.complete(bot.receive(body)));
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
