package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.testing.Tap;
import parley.testing.Watch;

/** The gateway, what bots do with it, and what befalls it. Safe for use by many threads. */
public final class Gateway implements AutoCloseable {
    private final Watch watch;
    private final GatewayDoor door;
    private final int port;
    private @Nullable GatewayListener listener;

    private Gateway(World world) {
        watch = world.watch;
        door = new GatewayDoor(world);
        GatewayListener first = GatewayListener.open(door, 0);
        listener = first;
        port = first.getPort();
        door.sessions.address(address() + "/resume");
    }

    static Gateway open(World world) {
        return new Gateway(world);
    }

    Dispatches dispatches() {
        return door.sessions;
    }

    /** As {@code GET gateway/bot} tells it. */
    public String address() {
        return "ws://127.0.0.1:" + port;
    }

    // What bots did

    /** How many connections are open. */
    public int connections() {
        return watch.read(() -> door.open().size());
    }

    /** How many connections were ever opened. */
    public int everConnected() {
        return watch.read(door::everOpened);
    }

    /** How many bots hear at this moment what happens. */
    public int listening() {
        return watch.read(() -> (int) heard().count());
    }

    private Stream<GatewayConnection> heard() {
        return door.sessions.alive().stream().flatMap(session -> session.connection().stream());
    }

    /** How many sessions ever began. */
    public int sessions() {
        return watch.read(door.sessions::begun);
    }

    public List<Identify> identifies() {
        return watch.read(door.sessions::identifies);
    }

    public List<Resume> resumes() {
        return watch.read(door.sessions::resumes);
    }

    /** Of all connections that are open. */
    public int heartbeats() {
        return watch.read(() -> door.open().stream().mapToInt(one -> one.heartbeats).sum());
    }

    /** The data of what the sessions were told, those alone that can still be resumed. */
    public List<JsonNode> told(String type) {
        return watch.read(() ->
                door.sessions.alive().stream()
                        .flatMap(session -> session.kept().stream())
                        .filter(payload -> payload.path("t").asText().equals(type))
                        .<JsonNode>map(payload -> payload.path("d"))
                        .toList());
    }

    /** Waits until a bot hears what happens. */
    public void awaitListening() {
        watch.await("a bot on the gateway", () -> listening() > 0, this::toString);
    }

    /** Waits until so many sessions have begun. */
    public void awaitSessions(int many) {
        watch.await(many + " sessions", () -> sessions() >= many, this::toString);
    }

    /** Waits until so many resumes were tried. */
    public void awaitResumes(int many) {
        watch.await(many + " resumes", () -> resumes().size() >= many, this::toString);
    }

    // How it behaves

    public Gateway heartbeatEvery(Duration interval) {
        watch.run(() -> door.rules.heartbeat = interval);
        return this;
    }

    /** How long two identifies must lie apart; not at all unless set. */
    public Gateway identifyEvery(Duration pause) {
        watch.run(() -> door.rules.identifyPause = pause);
        return this;
    }

    /** The privileged intents that the app has switched on, as bits; all three unless set. */
    public Gateway allowIntents(long privileged) {
        watch.run(() -> door.rules.privileged = privileged);
        return this;
    }

    /** How many identifies are left of those of a day. */
    public int startsLeft() {
        return watch.read(() -> door.rules.startsLeft);
    }

    public Gateway startsLeft(int many) {
        watch.run(() -> door.rules.startsLeft = many);
        return this;
    }

    /** Who hears of every dispatch. */
    public void tap(Tap listener) {
        watch.run(() -> door.rules.tap = listener);
    }

    // What befalls it

    /** Op 7: every bot is asked to connect anew. */
    public void reconnect() {
        each(connection -> connection.send(GatewayDoor.RECONNECT, null));
    }

    /** Op 9. */
    public void invalidate(boolean resumable) {
        each(connection -> {
            if (!resumable) {
                connection.session().ifPresent(door.sessions::end);
            }
            connection.send(GatewayDoor.INVALID_SESSION, resumable);
        });
    }

    /** Op 1: every bot is asked for a heartbeat. */
    public void askHeartbeat() {
        each(connection -> connection.send(GatewayDoor.HEARTBEAT, null));
    }

    /** All are closed with this code. */
    public void close(int code) {
        each(connection -> door.end(connection, code, ""));
    }

    /** All break without a close frame. */
    public void drop() {
        each(door::drop);
    }

    /** The sessions cannot be resumed, which bots find out when they try. */
    public void forget() {
        watch.run(() -> door.sessions.alive().forEach(door.sessions::end));
    }

    /** The open connections stay open, and no longer carry anything; new ones work. */
    public void silence() {
        each(connection -> connection.silent = true);
    }

    /** Likewise all new ones, which do not even say hello. */
    public void silenceAll() {
        watch.run(() -> door.rules.silent = true);
        silence();
    }

    /** Whether heartbeats are answered. */
    public void acknowledges(boolean acknowledges) {
        watch.run(() -> door.rules.acknowledges = acknowledges);
    }

    /** Whether what happens waits before it is told. */
    public void hold(boolean hold) {
        watch.run(() -> door.sessions.hold(hold));
    }

    /** All connections break, and new ones are refused until {@link #heal}. */
    public void refuse() {
        dropAll();
        shut();
    }

    /** All connections break, and new ones are accepted and dropped until {@link #heal}. */
    public void dropAll() {
        watch.run(() -> door.rules.dropping = true);
        drop();
    }

    /** New connections work again. */
    public void heal() {
        watch.run(() -> {
            door.rules.dropping = false;
            door.rules.silent = false;
            door.rules.acknowledges = true;
        });
        synchronized (this) {
            if (listener == null) {
                listener = GatewayListener.open(door, port);
            }
        }
    }

    private void each(Consumer<GatewayConnection> work) {
        watch.run(() -> door.open().forEach(work));
    }

    @Override
    public String toString() {
        return "%d connections of %d, %d listening, %d sessions, %d identifies, resumes %s"
                .formatted(
                        connections(),
                        everConnected(),
                        listening(),
                        sessions(),
                        identifies().size(),
                        resumes());
    }

    @Override
    public void close() {
        drop();
        shut();
    }

    private synchronized void shut() {
        if (listener != null) {
            listener.shut();
            listener = null;
        }
    }
}
