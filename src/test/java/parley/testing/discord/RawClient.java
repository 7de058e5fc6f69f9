package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import parley.testing.Json;

/** Calls the fake in ways that no client library would. */
final class RawClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeDiscord discord;

    RawClient(FakeDiscord discord) {
        this.discord = discord;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    JsonNode post(String path, String body) {
        return json(call("POST", path, body));
    }

    JsonNode patch(String path, String body) {
        return json(call("PATCH", path, body));
    }

    /** As a bot must write: waking nobody, with a nonce. */
    JsonNode say(long channel, String content) {
        return json(saying(channel, content));
    }

    HttpResponse<String> saying(long channel, String content) {
        return call("POST", "channels/" + channel + "/messages", message(content));
    }

    static String message(String content) {
        return Json.text(
                Json.object(
                        "content",
                        content,
                        "allowed_mentions",
                        Json.object("parse", Json.array()),
                        "nonce",
                        Long.toString(System.nanoTime()),
                        "enforce_nonce",
                        true));
    }

    /** An edit as a bot must write it. */
    static String edit(String content) {
        return Json.text(
                Json.object(
                        "content",
                        content,
                        "allowed_mentions",
                        Json.object("parse", Json.array())));
    }

    HttpResponse<String> call(String method, String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .header("User-Agent", "DiscordBot (https://example.com, 1)")
                .header("Authorization", "Bot " + discord.botToken());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body()).orElseGet(Json::object);
    }
}
