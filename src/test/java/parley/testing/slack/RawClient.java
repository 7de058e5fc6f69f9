package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.testing.FormText;
import parley.testing.Json;

/** Calls the fake in ways that Slack's own client never would. */
final class RawClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeSlack slack;

    RawClient(FakeSlack slack) {
        this.slack = slack;
    }

    /** As the bot; names and values in turn. */
    JsonNode call(String method, String... namesAndValues) {
        return Json.parse(form(method, slack.botToken(), namesAndValues).body()).orElseThrow();
    }

    HttpResponse<String> form(String method, String token, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(
                slack.apiUrl() + method,
                token,
                "application/x-www-form-urlencoded",
                FormText.encode(fields));
    }

    JsonNode json(String method, String body) {
        return Json.parse(
                        send(slack.apiUrl() + method, slack.botToken(), "application/json", body)
                                .body())
                .orElseThrow();
    }

    HttpResponse<String> send(String url, String token, String type, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).GET();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
