package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.PingFrame;
import parley.testing.Json;
import parley.testing.Tap;

/**
 * Socket Mode: tells each thing on one of the open connections in turn, and lets a test break them.
 * Without a connection everything waits for the next one, unless set. Guarded by the watch.
 */
final class SocketDoor implements Transport {
    private static final int MOST_CONNECTIONS = 10;
    private static final long PING_SECONDS = 5;

    /** How long a connection lives, in seconds, as hello tells it. */
    private static final int LIFE = 18_060;

    private final Workspace workspace;
    private final Deliveries deliveries;
    private final Map<WebSocket, Connection> open = new LinkedHashMap<>();
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final List<String> acknowledged = new ArrayList<>();
    private int numbers;
    private int turn;
    private int most;
    private int pings;
    private boolean deaf;
    private boolean waits = true;
    private Tap tap = Tap.NONE;

    /** An open connection. */
    private static final class Connection {
        private final int number;
        private final WebSocket socket;
        private boolean deaf;

        private Connection(int number, WebSocket socket) {
            this.number = number;
            this.socket = socket;
        }
    }

    SocketDoor(Workspace workspace) {
        this.workspace = workspace;
        this.deliveries = new Deliveries(workspace.watch, this);
        var _ =
                deliveries
                        .timer()
                        .scheduleAtFixedRate(
                                this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    Deliveries deliveries() {
        return deliveries;
    }

    void opened(WebSocket socket) {
        workspace.watch.run(() -> {
            Connection connection = new Connection(++numbers, socket);
            connection.deaf = deaf;
            open.put(socket, connection);
            most = Math.max(most, open.size());
            if (open.size() > MOST_CONNECTIONS) {
                workspace.violate(
                        "socket", "too_many_websockets", "connection " + open.size() + " at once");
                bye(connection, "too_many_websockets");
                socket.close();
            } else if (!connection.deaf) {
                socket.send(Json.text(hello()));
                sendWaiting();
            }
        });
    }

    private ObjectNode hello() {
        return Json.object(
                "type", "hello",
                "num_connections", open.size(),
                "debug_info",
                        Json.object(
                                "host",
                                "applink-fake-1",
                                "build_number",
                                1,
                                "approximate_connection_time",
                                LIFE),
                "connection_info", Json.object("app_id", workspace.me.appId()));
    }

    void closed(WebSocket socket) {
        workspace.watch.run(() -> open.remove(socket));
    }

    /** Whether a connection answers pings. */
    boolean hears(WebSocket socket) {
        return workspace.watch.read(
                () -> Optional.ofNullable(open.get(socket)).map(c -> !c.deaf).orElse(!deaf));
    }

    void received(WebSocket socket, String text) {
        workspace.watch.run(() -> {
            Connection from = open.get(socket);
            if (from != null && !from.deaf) {
                Json.parse(text)
                        .filter(frame -> frame.hasNonNull("envelope_id"))
                        .filter(_ -> tap.asked("acknowledgement") != Tap.Fate.LOST)
                        .ifPresent(frame -> {
                            String envelope = frame.path("envelope_id").asText();
                            acknowledged.add(envelope);
                            deliveries.acknowledge(envelope, from.number, frame.path("payload"));
                        });
            }
        });
    }

    @Override
    public void send(Delivery delivery) {
        workspace.watch.run(() -> {
            if (open.isEmpty()) {
                if (waits) {
                    waiting.add(delivery);
                }
                return;
            }
            List<Connection> all = List.copyOf(open.values());
            Connection to = all.get(turn++ % all.size());
            int attempt = delivery.attempt(to.number);
            if (!to.deaf && to.socket.isOpen() && tap.tells(delivery.type())) {
                tell(to, envelope(delivery, attempt));
                tap.told(delivery.type());
            }
            deliveries.retryLater(delivery);
        });
    }

    /** What is no envelope; nobody waits for an answer. */
    void tell(Consumer<WebSocket> frame) {
        workspace.watch.run(() -> open.keySet().stream().filter(WebSocket::isOpen).forEach(frame));
    }

    private static void tell(Connection to, ObjectNode envelope) {
        try {
            to.socket.send(Json.text(envelope));
        } catch (WebsocketNotConnectedException e) {
            // It broke behind the question whether it is open; what is not acknowledged is retried.
            to.deaf = true;
        }
    }

    private void sendWaiting() {
        for (Delivery next = waiting.poll(); next != null; next = waiting.poll()) {
            send(next);
        }
    }

    private static ObjectNode envelope(Delivery delivery, int attempt) {
        ObjectNode envelope =
                Json.object(
                        "envelope_id", delivery.envelopeId(),
                        "type", delivery.kind().envelope(),
                        "accepts_response_payload", delivery.kind().answers(),
                        "payload", delivery.payload());
        if (delivery.kind() == Delivery.Kind.EVENT) {
            envelope.put("retry_attempt", attempt - 1)
                    .put("retry_reason", attempt > 1 ? delivery.reason() : "");
        }
        return envelope;
    }

    private void ping() {
        workspace.watch.run(() -> {
            PingFrame ping = new PingFrame();
            ping.setPayload(
                    java.nio.ByteBuffer.wrap(
                            ("Ping from applink-fake-1 " + ++pings)
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            open.values().stream()
                    .filter(one -> !one.deaf && one.socket.isOpen())
                    .forEach(one -> one.socket.sendFrame(ping));
        });
    }

    private static void bye(Connection connection, String reason) {
        connection.socket.send(
                Json.text(
                        Json.object(
                                "type",
                                "disconnect",
                                "reason",
                                reason,
                                "debug_info",
                                Json.object("host", "applink-fake-1"))));
    }

    /** The ids of all envelopes that were acknowledged. */
    List<String> acknowledged() {
        return workspace.watch.read(() -> List.copyOf(acknowledged));
    }

    int open() {
        return workspace.watch.read(open::size);
    }

    int most() {
        return workspace.watch.read(() -> most);
    }

    int everOpened() {
        return workspace.watch.read(() -> numbers);
    }

    /** A disconnect frame on every connection, which stays open unless it is to be closed. */
    void disconnect(String reason, boolean close) {
        workspace.watch.run(() ->
                List.copyOf(open.values())
                        .forEach(connection -> {
                            bye(connection, reason);
                            if (close) {
                                connection.socket.close();
                            }
                        }));
    }

    /** All connections end, with a close frame or without. */
    void drop(boolean orderly) {
        workspace.watch.run(() ->
                List.copyOf(open.values())
                        .forEach(connection -> {
                            if (orderly) {
                                connection.socket.close();
                            } else {
                                connection.socket.closeConnection(1006, "");
                            }
                        }));
    }

    /** The connections stay open, and nothing comes or is heard on them. */
    void silence(boolean alsoNew) {
        workspace.watch.run(() -> {
            deaf = alsoNew;
            open.values().forEach(connection -> connection.deaf = true);
        });
    }

    void waits(boolean on) {
        workspace.watch.run(() -> waits = on);
    }

    /** Who hears of what is told, and of its acknowledgements. */
    void tap(Tap listener) {
        workspace.watch.run(() -> tap = listener);
    }

    /** New connections work again. */
    void heal() {
        workspace.watch.run(() -> deaf = false);
    }
}
