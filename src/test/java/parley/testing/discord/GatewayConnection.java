package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/** One connection to the gateway. Guarded by the watch. */
final class GatewayConnection {
    private static final int MOST_SENDS = 120;
    private static final long SENDS_WINDOW = Duration.ofSeconds(60).toNanos();

    final int number;
    final WebSocket socket;
    private final @Nullable ZlibStream zlib;
    private final GatewayRules rules;
    private final Deque<Long> received = new ArrayDeque<>();

    /** Set once identified or resumed. */
    @Nullable GatewaySession session;

    /** Carries nothing any more, and says nothing of it. */
    boolean silent;

    private boolean gone;

    int heartbeats;

    GatewayConnection(int number, WebSocket socket, boolean compressed, GatewayRules rules) {
        this.rules = rules;
        this.number = number;
        this.socket = socket;
        this.zlib = compressed ? new ZlibStream() : null;
    }

    Optional<GatewaySession> session() {
        return Optional.ofNullable(session);
    }

    /** Whether the bot sends more than 120 payloads in 60 seconds. */
    boolean overruns(long now) {
        received.addLast(now);
        while (now - received.getFirst() > SENDS_WINDOW) {
            received.removeFirst();
        }
        return received.size() > MOST_SENDS;
    }

    void send(int op, @Nullable Object data) {
        send(payload(op, data));
    }

    static ObjectNode payload(int op, @Nullable Object data) {
        ObjectNode payload = Json.object("op", op).putNull("d").putNull("s").putNull("t");
        if (data != null) {
            payload.setAll(Json.object("d", data));
        }
        return payload;
    }

    void send(ObjectNode payload) {
        if (silent || gone || !socket.isOpen()) {
            return;
        }
        try {
            if (payload.hasNonNull("t")) {
                dispatch(payload, payload.path("t").asText());
            } else {
                write(Json.text(payload));
            }
        } catch (WebsocketNotConnectedException e) {
            // It broke behind the question whether it is open: as lost as on any broken connection.
            gone = true;
        }
    }

    private void dispatch(ObjectNode payload, String event) {
        if (rules.tap.tells(event)) {
            write(Json.text(payload));
            rules.tap.told(event);
        }
    }

    private void write(String payload) {
        if (zlib == null) {
            socket.send(payload);
        } else {
            socket.send(zlib.next(payload));
        }
    }

    void close(int code, String words) {
        socket.close(code, words);
    }

    /** Nothing is sent any more. */
    void gone() {
        gone = true;
        if (zlib != null) {
            zlib.end();
        }
    }
}
