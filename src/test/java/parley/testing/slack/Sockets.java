package parley.testing.slack;

import java.util.List;
import parley.testing.Tap;

/** The connections of Socket Mode, and what befalls them. Safe for use by many threads. */
public final class Sockets {
    private final SocketDoor door;

    Sockets(SocketDoor door) {
        this.door = door;
    }

    /** How many are open now. */
    public int open() {
        return door.open();
    }

    /** The most that ever were open at once. */
    public int mostOpen() {
        return door.most();
    }

    /** How many were ever opened. */
    public int everOpened() {
        return door.everOpened();
    }

    /** The ids of all envelopes that were acknowledged. */
    public List<String> acknowledged() {
        return door.acknowledged();
    }

    /** A text on every connection, whatever it is. */
    public void tell(String text) {
        door.tell(socket -> socket.send(text));
    }

    /** Likewise bytes, in a binary frame. */
    public void tell(byte[] bytes) {
        door.tell(socket -> socket.send(bytes));
    }

    /** All break without a close frame. */
    public void drop() {
        door.drop(false);
    }

    /** All are closed in order. */
    public void close() {
        door.drop(true);
    }

    /** The open ones stay open, and no longer carry anything; new ones work. */
    public void silence() {
        door.silence(false);
    }

    /** The open ones and all new ones stay open and carry nothing, not even a hello. */
    public void silenceAll() {
        door.silence(true);
    }

    /** Whether what is told without a connection waits for the next one, as it does unless set. */
    public void waits(boolean on) {
        door.waits(on);
    }

    /** Who hears of what is told, and of its acknowledgements. */
    public void tap(Tap listener) {
        door.tap(listener);
    }

    /** New connections work again. */
    public void heal() {
        door.heal();
    }

    /**
     * A disconnect frame on every connection.
     *
     * @param reason {@code warning} (about ten seconds before the end), {@code refresh_requested},
     *     {@code link_disabled} or {@code too_many_websockets}; all but the first close it too
     */
    public void disconnect(String reason) {
        door.disconnect(reason, !reason.equals("warning"));
    }
}
