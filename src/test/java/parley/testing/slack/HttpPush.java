package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import parley.testing.FormText;
import parley.testing.Json;

/**
 * Tells the app by signed HTTP requests. Events go one after the other, so that tests see them in
 * order, which Slack does not promise; interactions and commands at once. Safe for use by many
 * threads.
 */
public final class HttpPush implements Transport, AutoCloseable {
    private final Workspace workspace;
    private final Deliveries deliveries;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Delivery> events = new LinkedBlockingQueue<>();
    private final Thread worker;
    private volatile Duration skew = Duration.ZERO;
    private volatile String secret;

    HttpPush(Workspace workspace, Deliveries deliveries, URI address) {
        this.workspace = workspace;
        this.deliveries = deliveries;
        this.address = address;
        this.secret = workspace.me.signingSecret();
        this.worker = Thread.ofVirtual().name("fake-slack-push").start(this::work);
    }

    /** Requests claim to be sent so much later than they are; earlier when negative. */
    public HttpPush skew(Duration by) {
        skew = by;
        return this;
    }

    /** Requests are signed with another secret. */
    public HttpPush secret(String other) {
        secret = other;
        return this;
    }

    /** Asks the address to prove itself, as when it is entered at Slack; what it answered. */
    public String verifyUrl(String challenge) {
        String body =
                Json.text(
                        Json.object(
                                "token", "verification-token",
                                "challenge", challenge,
                                "type", "url_verification"));
        try {
            HttpResponse<String> response = post("application/json", body, Map.of());
            return response.statusCode() == 200
                    ? response.body()
                    : "status " + response.statusCode();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void send(Delivery delivery) {
        if (delivery.kind() == Delivery.Kind.EVENT) {
            events.add(delivery);
        } else {
            Thread.ofVirtual().start(() -> attempt(delivery));
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                attempt(events.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Delivery delivery) {
        int attempt = delivery.attempt(0);
        try {
            HttpResponse<String> response =
                    post(type(delivery), body(delivery), retry(delivery, attempt));
            delivery.answered(response.statusCode());
            if (response.statusCode() / 100 == 2) {
                deliveries.acknowledge(delivery.envelopeId(), 0, answer(response.body()));
            } else if (!response.headers().firstValue("x-slack-no-retry").orElse("").equals("1")) {
                failed(delivery, "http_error");
            }
        } catch (HttpTimeoutException e) {
            failed(delivery, "http_timeout");
        } catch (IOException e) {
            failed(delivery, "connection_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(Delivery delivery, String reason) {
        delivery.failedBecause(reason);
        deliveries.retryLater(delivery);
    }

    private static String type(Delivery delivery) {
        return delivery.kind() == Delivery.Kind.EVENT
                ? "application/json"
                : "application/x-www-form-urlencoded";
    }

    private static String body(Delivery delivery) {
        return switch (delivery.kind()) {
            case EVENT -> Json.text(delivery.payload());
            case INTERACTION -> FormText.encode(Map.of("payload", Json.text(delivery.payload())));
            case COMMAND -> {
                Map<String, String> fields = new LinkedHashMap<>();
                delivery.payload()
                        .properties()
                        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
                yield FormText.encode(fields);
            }
        };
    }

    private static Map<String, String> retry(Delivery delivery, int attempt) {
        return attempt == 1
                ? Map.of()
                : Map.of(
                        "X-Slack-Retry-Num",
                        Integer.toString(attempt - 1),
                        "X-Slack-Retry-Reason",
                        delivery.reason());
    }

    /** JSON, or the words of a command. */
    private static JsonNode answer(String body) {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        ObjectNode text = Json.object("text", body);
        return Json.parse(body).filter(JsonNode::isObject).orElse(text);
    }

    private HttpResponse<String> post(String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        long now = workspace.clock.now().plus(skew).getEpochSecond();
        var request =
                java.net.http.HttpRequest.newBuilder(address)
                        .timeout(deliveries.patience())
                        .header("Content-Type", type)
                        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body));
        SlackSigning.headers(secret, now, body).forEach(request::header);
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        worker.interrupt();
        client.shutdownNow();
    }
}
