package parley.testing.discord;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The WebSocket server of the gateway. */
final class GatewayListener extends WebSocketServer {
    private final GatewayDoor door;
    private final CountDownLatch listening = new CountDownLatch(1);
    private final ExecutorService closings =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("fake-gateway-closings").factory());

    private GatewayListener(GatewayDoor door, int port) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        this.door = door;
    }

    /** On that port; 0 for any. */
    static GatewayListener open(GatewayDoor door, int port) {
        GatewayListener listener = new GatewayListener(door, port);
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
                throw new IllegalStateException("the gateway does not listen");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void shut() {
        try {
            stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closings.shutdown();
        }
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        door.opened(socket, handshake.getResourceDescriptor());
    }

    /** May be called with a lock of the socket held, which others take under the watch. */
    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        if (!closings.isShutdown()) {
            closings.execute(() -> door.closed(socket, code, remote));
        }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        door.received(socket, text);
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
