package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import parley.chat.Ticker;
import parley.testing.Json;
import parley.testing.Watch;

/** Just enough of Discord for a login. */
final class TinyHome implements GatewayHome, AutoCloseable {
    static final String TOKEN = "MTE.Gx.abc";
    private final Watch watch = new Watch();
    private final HttpServer server;
    final Gateway gateway;
    final List<String> violations = new ArrayList<>();

    TinyHome() throws IOException {
        gateway = Gateway.open(this);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    JsonNode body =
                            path.endsWith("/gateway/bot")
                                    ? Json.object(
                                            "url",
                                            gateway.address(),
                                            "shards",
                                            1,
                                            "session_start_limit",
                                            Json.object(
                                                    "total",
                                                    1000,
                                                    "remaining",
                                                    1000,
                                                    "reset_after",
                                                    1000,
                                                    "max_concurrency",
                                                    1))
                                    : path.endsWith("/users/@me")
                                            ? user()
                                            : Json.object("message", "404: Not Found", "code", 0);
                    byte[] bytes = Json.bytes(body);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(body.has("code") ? 404 : 200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    String api() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/";
    }

    @Override
    public Watch watch() {
        return watch;
    }

    @Override
    public Ticker ticker() {
        return System::nanoTime;
    }

    @Override
    public boolean knows(String token) {
        return token.equals(TOKEN);
    }

    @Override
    public ObjectNode user() {
        return Json.object("id", "11", "username", "parley", "discriminator", "0000", "bot", true);
    }

    @Override
    public ObjectNode application() {
        return Json.object("id", "11", "flags", 0);
    }

    @Override
    public List<ObjectNode> guilds() {
        return List.of(
                Json.object(
                        "id",
                        "100",
                        "name",
                        "Acme",
                        "owner_id",
                        "1",
                        "member_count",
                        2,
                        "afk_timeout",
                        300,
                        "roles",
                        Json.array(
                                Json.object(
                                        "id",
                                        "100",
                                        "name",
                                        "@everyone",
                                        "permissions",
                                        "1071698660929",
                                        "position",
                                        0,
                                        "colors",
                                        Json.object("primary_color", 0))),
                        "channels",
                        Json.array(
                                Json.object(
                                        "id", "300", "type", 0, "name", "general", "position", 0)),
                        "threads",
                        Json.array(),
                        "guild_scheduled_events",
                        Json.array(),
                        "emojis",
                        Json.array(),
                        "voice_states",
                        Json.array(),
                        "members",
                        Json.array(Json.object("user", user(), "roles", Json.array()))));
    }

    @Override
    public void violate(String where, String rule, String detail) {
        violations.add(rule + ": " + detail);
    }

    @Override
    public void close() {
        gateway.close();
        server.stop(0);
    }
}
