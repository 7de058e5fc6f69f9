package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.FormText;
import parley.testing.Json;

/** Events, commands and interactions by HTTP, checked with Slack's own verifier. */
final class HttpPushTest {
    private final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();
    private volatile int failures;
    private volatile String answer = "";
    private HttpPush push = push();

    private record Received(String type, String retry, String reason, boolean valid, String body) {}

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpPush push() {
        return slack.app()
                .redeliverAfter(Duration.ofSeconds(5))
                .byHttp(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @BeforeEach
    void listen() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        slack.close();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(received(exchange, body));
        byte[] bytes =
                body.contains("url_verification")
                        ? "challenge taken".getBytes(StandardCharsets.UTF_8)
                        : answer.getBytes(StandardCharsets.UTF_8);
        int status = failures > 0 ? 500 : 200;
        failures = Math.max(0, failures - 1);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Received received(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        boolean valid =
                new SlackSignature.Verifier(new SlackSignature.Generator(slack.signingSecret()))
                        .isValid(
                                headers.getFirst("X-Slack-Request-Timestamp"),
                                body,
                                headers.getFirst("X-Slack-Signature"));
        return new Received(
                headers.getFirst("Content-Type"),
                String.valueOf(headers.getFirst("X-Slack-Retry-Num")),
                String.valueOf(headers.getFirst("X-Slack-Retry-Reason")),
                valid,
                body);
    }

    @Test
    void event_isSignedAndAcknowledged() {
        slack.says("U1", "C1", "hällo");
        slack.awaitAcknowledged();

        Received event = received.getFirst();
        assertThat(event.valid).isTrue();
        assertThat(event.type).isEqualTo("application/json");
        assertThat(event.body).contains("\"text\":\"hällo\"");
        assertThat(slack.deliveries().getFirst().statuses()).containsExactly(200);
    }

    @Test
    void event_refused_comesAgainWithNumberAndReason() {
        slack.app().redeliverAfter(Duration.ofSeconds(1));
        failures = 1;
        slack.says("U1", "C1", "hello");
        slack.awaitAcknowledged();

        assertThat(received)
                .extracting(Received::retry, Received::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("null", "null"),
                        org.assertj.core.groups.Tuple.tuple("1", "http_error"));
        assertThat(slack.deliveries().getFirst().statuses()).containsExactly(500, 200);
    }

    @Test
    void event_acknowledged_toldAgain_saysThatItIsARetry() {
        slack.says("U1", "C1", "hello");
        slack.awaitAcknowledged();
        Delivery delivery = slack.deliveries().getFirst();
        slack.redeliver(delivery);
        slack.await("the second", () -> delivery.acks().size() == 2);

        assertThat(received.getLast().retry).isEqualTo("1");
    }

    @Test
    void command_isAForm_andItsAnswerIsShown() {
        answer = "{\"text\":\"Here is help\"}";
        slack.command("U1", "C1", "/parley", "help & more");
        slack.await("the answer", () -> !slack.ephemerals("U1").isEmpty());

        Map<String, List<String>> form = FormText.decode(received.getFirst().body);
        assertThat(received.getFirst().valid).isTrue();
        assertThat(form.get("text")).containsExactly("help & more");
        assertThat(slack.ephemerals("U1").getFirst().text()).isEqualTo("Here is help");
    }

    @Test
    void interaction_isJsonInAForm() {
        String root = slack.says("U1", "C1", "hello");
        slack.shortcut("U1", "C1", root, "ask");
        slack.awaitAcknowledged();

        Received shortcut =
                received.stream()
                        .filter(one -> one.body.startsWith("payload="))
                        .findFirst()
                        .orElseThrow();
        String payload =
                String.join("", FormText.decode(shortcut.body).getOrDefault("payload", List.of()));
        assertThat(Json.parse(payload).orElseThrow().path("callback_id").asText()).isEqualTo("ask");
        assertThat(shortcut.valid).isTrue();
    }

    @Test
    void address_isVerified() {
        assertThat(push.verifyUrl("abc")).isEqualTo("challenge taken");
        assertThat(received.getFirst().body).contains("\"challenge\":\"abc\"");
    }

    @Test
    void forgedOrOld_isNotValid() {
        push = push().secret("another secret");
        slack.says("U1", "C1", "forged");
        push = push().skew(Duration.ofMinutes(-6));
        slack.says("U1", "C1", "old");
        slack.awaitAcknowledged();

        assertThat(received).extracting(Received::valid).containsOnly(false);
    }
}
