package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/**
 * The gateway's protocol: who is connected, and what is said on a connection. Guarded by the watch.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#connections">Connections</a>
 */
final class GatewayDoor {
    static final int DISPATCH = 0;
    static final int HEARTBEAT = 1;
    static final int RECONNECT = 7;
    static final int INVALID_SESSION = 9;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;
    private static final List<Integer> OTHERS = List.of(3, 4, 8, 31);

    /** The docs of "Sending Events" allow 15 KiB. */
    private static final int MOST_BYTES = 15 * 1024;

    private final World world;
    final GatewayRules rules = new GatewayRules();
    final GatewaySessions sessions;
    private final Map<WebSocket, GatewayConnection> open = new LinkedHashMap<>();
    private int numbers;

    GatewayDoor(World world) {
        this.world = world;
        this.sessions = new GatewaySessions(world, rules);
    }

    List<GatewayConnection> open() {
        return List.copyOf(open.values());
    }

    int everOpened() {
        return numbers;
    }

    void opened(WebSocket socket, String resource) {
        world.watch.run(() -> {
            GatewayConnection connection =
                    new GatewayConnection(
                            ++numbers, socket, resource.contains("compress=zlib-stream"), rules);
            open.put(socket, connection);
            connection.silent = rules.silent;
            if (rules.dropping) {
                drop(connection);
            } else if (!resource.contains("v=10") || !resource.contains("encoding=json")) {
                end(connection, CloseCode.INVALID_API_VERSION, "connected with " + resource);
            } else {
                connection.send(
                        HELLO, Json.object("heartbeat_interval", rules.heartbeat.toMillis()));
            }
        });
    }

    void closed(WebSocket socket, int code, boolean byBot) {
        world.watch.run(() -> {
            GatewayConnection connection = open.get(socket);
            if (connection != null) {
                leave(connection);
                if (byBot && (code == 1000 || code == 1001)) {
                    connection.session().ifPresent(sessions::end);
                }
            }
        });
    }

    private void leave(GatewayConnection connection) {
        open.remove(connection.socket);
        connection.gone();
        connection.session().ifPresent(session -> session.disconnected(connection));
    }

    /** It breaks without a close frame. */
    void drop(GatewayConnection connection) {
        leave(connection);
        connection.socket.closeConnection(1006, "");
    }

    void received(WebSocket socket, String text) {
        world.watch.run(() -> {
            GatewayConnection from = open.get(socket);
            if (from != null && !from.silent) {
                received(from, text);
            }
        });
    }

    private void received(GatewayConnection from, String text) {
        Optional<JsonNode> payload =
                Json.parse(text)
                        .filter(one -> one.path("op").isInt())
                        .filter(_ -> bytes(text) <= MOST_BYTES);
        if (from.overruns(world.clock.nanos())) {
            end(from, CloseCode.RATE_LIMITED, "more than 120 payloads in 60 s");
        } else if (payload.isEmpty()) {
            end(from, CloseCode.DECODE_ERROR, "an unreadable payload");
        } else {
            handle(from, payload.get().path("op").asInt(), payload.get().path("d"));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void handle(GatewayConnection from, int op, JsonNode data) {
        switch (op) {
            case HEARTBEAT -> beat(from);
            case IDENTIFY -> identify(from, data);
            case RESUME -> resume(from, data);
            default -> other(from, op);
        }
    }

    private void beat(GatewayConnection from) {
        from.heartbeats++;
        if (rules.acknowledges) {
            from.send(HEARTBEAT_ACK, null);
        }
    }

    private void identify(GatewayConnection from, JsonNode data) {
        if (from.session != null) {
            end(from, CloseCode.ALREADY_AUTHENTICATED, "a second identify");
        } else {
            sessions.identify(from, data).ifPresent(refusal -> refuse(from, refusal, "identify"));
        }
    }

    private void resume(GatewayConnection from, JsonNode data) {
        if (from.session != null) {
            end(from, CloseCode.ALREADY_AUTHENTICATED, "a resume of a running session");
        } else {
            sessions.resume(from, data).ifPresent(refusal -> refuse(from, refusal, "resume"));
        }
    }

    private void refuse(GatewayConnection from, Refusal refusal, String what) {
        switch (refusal) {
            case Refusal.Close(CloseCode code) -> end(from, code, what);
            case Refusal.Invalid() -> from.send(INVALID_SESSION, false);
        }
    }

    private void other(GatewayConnection from, int op) {
        if (from.session == null) {
            end(from, CloseCode.NOT_AUTHENTICATED, "op " + op + " before identify");
        } else if (!OTHERS.contains(op)) {
            end(from, CloseCode.UNKNOWN_OPCODE, "op " + op);
        }
    }

    /** Because of the bot. */
    private void end(GatewayConnection connection, CloseCode why, String what) {
        if (why.isMistake()) {
            world.violate("gateway", why.name().toLowerCase(Locale.ROOT), what);
        }
        end(connection, why.code, why.words);
    }

    void end(GatewayConnection connection, int code, @Nullable String words) {
        if (!CloseCode.keepsSession(code)) {
            connection.session().ifPresent(sessions::end);
        }
        connection.close(code, words == null ? "" : words);
    }
}
