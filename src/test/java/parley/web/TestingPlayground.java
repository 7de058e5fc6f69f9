package parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.testing.MemoryMessageLog;
import parley.testing.ScriptedBot;
import parley.testing.ScriptedCommands;

/** A running playground with a scripted bot, and a client that sends what the page sends. */
final class TestingPlayground implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private volatile Function<Command, CommandReply> reply = TestingPlayground::repeated;
    final PlaygroundAdapter adapter;
    final ScriptedBot bot;
    final ScriptedCommands commands =
            new ScriptedCommands(command -> this.reply.apply(command), "help"::equals);
    final WebServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    TestingPlayground(MemoryMessageLog log) {
        this(log, 0);
    }

    TestingPlayground(MemoryMessageLog log, int port) {
        adapter =
                new PlaygroundAdapter(
                        log,
                        InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z")),
                        List.of(
                                new CommandHint("/help", "What Parley can do", false),
                                new CommandHint("/persona list", "Who can answer", false),
                                new CommandHint(
                                        "/persona set <name> [for channel|thread|workspace]",
                                        "Who answers from now on",
                                        true)),
                        true);
        bot = new ScriptedBot(adapter);
        bot.start(commands);
        server =
                new WebServer(
                        "127.0.0.1",
                        port,
                        () -> Readiness.of(List.of(new Readiness.Check("store", true, "open"))),
                        () -> "parley_turns_total 3\n",
                        Optional.of(adapter),
                        List.of());
        server.start();
    }

    private static CommandReply repeated(Command command) {
        return CommandReply.told(
                "You typed `" + command.text() + "` in **" + command.channel().value() + "**.");
    }

    /** What commands are answered from now on. */
    void willReply(CommandReply next) {
        reply = _ -> next;
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Sends as the page does, with its own origin. */
    HttpResponse<String> send(String method, String path, Map<String, ?> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Origin", address())
                        .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    HttpResponse<String> say(String channel, String id, String author, String text, String thread) {
        return post(
                "/api/channels/" + channel + "/messages",
                Map.of("id", id, "author", author, "text", text, "thread", thread));
    }

    JsonNode thread(String channel, String root) {
        return json(get("/api/channels/" + channel + "/threads/" + root)).get("messages");
    }

    EventReader events() {
        return new EventReader(http, request("/api/events").build());
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
        adapter.close();
    }
}
