package parley;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * The command {@code rehearse}: one question from start to stop, so that Java can record what a
 * start needs (its AOT cache). Meant for an empty folder and the offline model.
 */
final class Rehearsal {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final SystemTime time = new SystemTime();

    private Rehearsal(String base) {
        this.base = base;
    }

    static int run() {
        Parley parley = Parley.start(Settings.load(System.getenv(), Path.of("")), new SystemTime());
        try {
            boolean answered = new Rehearsal(parley.address()).ask();
            System.out.println(answered ? "Rehearsed one question." : "No answer came.");
            return answered ? 0 : 1;
        } finally {
            parley.stop(Duration.ofSeconds(1));
        }
    }

    private boolean ask() {
        String id = UUID.randomUUID().toString();
        get("");
        get("metrics");
        post(
                "api/channels/general/messages",
                "{\"id\":\"%s\",\"author\":\"ada\",\"text\":\"Hello\"}",
                id);
        long deadline = time.nanos() + LONGEST.toNanos();
        while (time.nanos() < deadline) {
            if (get("api/channels/general/threads/" + id).contains("\"retry\"")) {
                return true;
            }
        }
        return false;
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private void post(String path, String body, String id) {
        send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .header("Origin", base.substring(0, base.length() - 1))
                        .POST(HttpRequest.BodyPublishers.ofString(body.formatted(id)))
                        .build());
    }

    private String send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("the playground does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
