package parley.testing.slack;

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
