package parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import parley.testing.slack.FakeSlack;

/** A Bolt app that a fake Slack reaches by HTTP, behind a small web server. */
final class HttpBot implements AutoCloseable {
    final App app;
    final SlackHttp http;
    private final SlackApi api;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackSignature.Generator signer;
    private Instant now = Instant.now();

    HttpBot(FakeSlack slack) {
        this(slack, 1_000);
    }

    HttpBot(FakeSlack slack, int most) {
        SlackSettings settings =
                new SlackSettings(
                        slack.botToken(),
                        Optional.empty(),
                        Optional.of(slack.signingSecret()),
                        URI.create(slack.apiUrl()),
                        SlackAdmins.NONE);
        signer = new SlackSignature.Generator(slack.signingSecret());
        api = SlackApi.connect(settings);
        app = BoltApps.create(settings, api);
        http =
                new SlackHttp(
                        new SignatureCheck(slack.signingSecret(), () -> now),
                        new Replays(System::nanoTime),
                        new SlackRequests(most),
                        new Absence(_ -> {}, Instant::now),
                        Duration.ofSeconds(10));
        server = listen();
    }

    private HttpServer listen() {
        try {
            HttpServer fresh =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            fresh.createContext("/slack/events", this::serve);
            fresh.setExecutor(threads);
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, values.getFirst()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpAnswer answer = http.receive(new HttpQuestion(headers, body));
        byte[] text = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    HttpBot start() {
        http.start(app);
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    /** The clock of the signature check. */
    void now(Instant instant) {
        now = instant;
    }

    /** A request as Slack signs it, sent so much later than now. */
    HttpQuestion signed(String body, Duration off) {
        String at = String.valueOf(now.plus(off).getEpochSecond());
        return new HttpQuestion(
                Map.of(
                        "X-Slack-Signature",
                        signer.generate(at, body),
                        "X-Slack-Request-Timestamp",
                        at),
                body.getBytes(UTF_8));
    }

    HttpAnswer receive(String body) {
        return http.receive(signed(body, Duration.ZERO));
    }

    @Override
    public void close() {
        http.close();
        server.stop(0);
        threads.close();
        api.close();
    }
}
