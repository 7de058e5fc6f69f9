package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/** One connection to the gateway, frame by frame and without compression. */
final class RawBot implements WebSocket.Listener, AutoCloseable {
    private final FakeDiscord discord;
    private final List<JsonNode> payloads = new CopyOnWriteArrayList<>();
    private final StringBuilder half = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private volatile int closed;

    private RawBot(FakeDiscord discord, String query) {
        this.discord = discord;
        socket =
                http.newWebSocketBuilder()
                        .buildAsync(URI.create(discord.gateway().address() + "/?" + query), this)
                        .join();
    }

    static RawBot connect(FakeDiscord discord) {
        return new RawBot(discord, "v=10&encoding=json");
    }

    static RawBot connect(FakeDiscord discord, String query) {
        return new RawBot(discord, query);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        half.append(text);
        if (last) {
            payloads.add(Json.parse(half.toString()).orElseThrow());
            half.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = 1006;
    }

    RawBot sends(int op, Object data) {
        return sends(Json.text(Json.object("op", op, "d", data)));
    }

    RawBot sends(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    RawBot identifies(long intents) {
        return sends(
                2,
                Json.object(
                        "token", discord.botToken(),
                        "intents", intents,
                        "properties", Json.object()));
    }

    List<JsonNode> payloads() {
        return payloads;
    }

    /** What it was told of, by type. */
    List<JsonNode> told(String type) {
        return payloads.stream().filter(one -> one.path("t").asText().equals(type)).toList();
    }

    /** Waits for the first payload with this op. */
    JsonNode awaitOp(int op) {
        discord.await("op " + op, () -> payloads.stream().anyMatch(one -> is(one, op)));
        return payloads.stream().filter(one -> is(one, op)).findFirst().orElseThrow();
    }

    private static boolean is(JsonNode payload, int op) {
        return payload.path("op").asInt() == op;
    }

    JsonNode awaitTold(String type) {
        discord.await(type, () -> !told(type).isEmpty());
        return told(type).getFirst();
    }

    int awaitClosed() {
        discord.await("a close", () -> closed != 0);
        return closed;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
