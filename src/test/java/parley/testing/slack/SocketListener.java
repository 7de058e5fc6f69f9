package parley.testing.slack;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** The WebSocket server of Socket Mode; lets in who shows a ticket of apps.connections.open. */
final class SocketListener extends WebSocketServer {
    private final SocketDoor door;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch listening = new CountDownLatch(1);

    private SocketListener(SocketDoor door) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.door = door;
    }

    static SocketListener open(SocketDoor door) {
        SocketListener listener = new SocketListener(door);
        listener.setConnectionLostTimeout(0);
        listener.setTcpNoDelay(true);
        listener.setReuseAddr(true);
        listener.setDaemon(true);
        listener.start();
        listener.awaitListening();
        return listener;
    }

    private void awaitListening() {
        try {
            if (!listening.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the WebSocket server does not listen");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An address that lets one in. */
    String address(String ticket, String appId) {
        tickets.add(ticket);
        return "ws://127.0.0.1:" + getPort() + "/link/?ticket=" + ticket + "&app_id=" + appId;
    }

    void shut() {
        try {
            stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        String resource = request.getResourceDescriptor();
        boolean known = tickets.stream().anyMatch(ticket -> resource.contains("ticket=" + ticket));
        if (!known) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        door.opened(socket);
    }

    /** May be called with a lock of the socket held, which others take under the watch. */
    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        Thread.ofVirtual().start(() -> door.closed(socket));
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        door.received(socket, text);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        if (door.hears(socket)) {
            super.onWebsocketPing(socket, frame);
        }
    }

    @Override
    public void onError(WebSocket socket, Exception fault) {
        // A connection that breaks is closed next; tests break them on purpose.
    }

    @Override
    public void onStart() {
        listening.countDown();
    }
}
