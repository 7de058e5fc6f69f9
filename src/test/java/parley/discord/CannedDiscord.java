package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback server that answers each path with what it is told to, whatever that is. */
final class CannedDiscord implements AutoCloseable {
    static final String TOKEN = "MTE.Gx.very-secret";

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    CannedDiscord() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v10/", this::answer);
        server.start();
    }

    /** Answers that path, with or without a query, from now on. */
    CannedDiscord answers(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v10/".length());
        calls.add(exchange.getRequestMethod() + " " + path);
        Answer answer =
                answers.getOrDefault(
                        path, new Answer(404, "{\"message\":\"404: Not Found\",\"code\":0}"));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Each as method and path. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    DiscordSettings settings() {
        return new DiscordSettings(
                TOKEN,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/"),
                Duration.ZERO);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
