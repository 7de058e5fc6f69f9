package parley.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.websocket.ClientEndpoint;
import javax.websocket.CloseReason;
import javax.websocket.OnClose;
import javax.websocket.OnError;
import javax.websocket.OnMessage;
import javax.websocket.OnOpen;
import javax.websocket.PongMessage;
import javax.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import parley.chat.Ticker;

/**
 * One connection of Socket Mode, by Slack's client: opened once, used until it ends, never
 * reopened. What the client does beyond that is off: it answers each disconnect frame with a new
 * connection, finds out late that one is lost, acknowledges on whichever is newest, and writes
 * whole requests into the log. Safe for use by many threads.
 */
@ClientEndpoint
public final class SlackSocket extends SocketModeClientTyrusImpl {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

    /** Below that level it writes addresses with their tickets, and all that is sent. */
    private static final java.util.logging.Logger TYRUS =
            java.util.logging.Logger.getLogger("org.glassfish");

    static {
        TYRUS.setLevel(java.util.logging.Level.INFO);
    }

    private final Listener listener;
    private final Ticker ticker;
    private final CompletableFuture<Boolean> hello = new CompletableFuture<>();
    private final CompletableFuture<SocketEnd> end = new CompletableFuture<>();
    private volatile @Nullable Thread connecting;
    private volatile @Nullable Session session;
    private volatile long heard;
    private volatile boolean abandoned;

    /** Who hears of requests; called by the connection's own thread, which must not be held up. */
    @FunctionalInterface
    interface Listener {
        void received(SlackSocket socket, Frame.Envelope envelope);
    }

    /**
     * Not connected yet.
     *
     * @param address as apps.connections.open gave it; good for one connection within seconds
     */
    SlackSocket(Slack slack, String address, Listener listener, Ticker ticker)
            throws URISyntaxException {
        // No worker, no monitor, no reconnecting: the app token is not needed.
        super(slack, "", address, 0, new ConcurrentLinkedMessageQueue(), false, false, 1);
        this.listener = listener;
        this.ticker = ticker;
        heard = ticker.nanos();
    }

    /**
     * Connects and waits until Slack says hello; when it did not, the connection is to be closed.
     */
    boolean open(Duration patience) throws InterruptedException {
        connecting = Thread.ofVirtual().name("slack connecting").start(this::connectOrEnd);
        return await(hello, patience).orElse(false);
    }

    /** The client waits half a minute for the handshake, and keeps a failure to itself. */
    private void connectOrEnd() {
        connect();
        if (session == null) {
            end(SocketEnd.Kind.LOST, "no connection");
        }
    }

    boolean isOpen() {
        Session open = session;
        return open != null && open.isOpen() && !abandoned;
    }

    /** What is over about it, once it is; waits that long for it. */
    Optional<SocketEnd> awaitEnd(Duration patience) throws InterruptedException {
        return await(end, patience);
    }

    private static <T> Optional<T> await(CompletableFuture<T> event, Duration patience)
            throws InterruptedException {
        try {
            return Optional.of(event.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long nothing has come, neither a frame nor the answer to a ping. */
    Duration silence() {
        return Duration.ofNanos(ticker.nanos() - heard);
    }

    /** Asks the other side for a sign of life; returns at once. */
    void ping() {
        Session open = session;
        try {
            if (open != null) {
                open.getAsyncRemote().sendPing(ByteBuffer.wrap(new byte[] {'p'}));
            }
        } catch (IOException | RuntimeException e) {
            end(SocketEnd.Kind.LOST, "the connection broke");
        }
    }

    /** Sends a text; false when the connection is closed. */
    boolean send(String text) {
        try {
            sendWebSocketMessage(text);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Acknowledgements come from many threads at once. */
    @Override
    public synchronized void sendWebSocketMessage(String message) {
        Session open = session;
        if (open == null || !isOpen()) {
            throw new IllegalStateException("not open");
        }
        var _ = open.getAsyncRemote().sendText(message);
    }

    /** Lets go of the connection, also while it is being opened; can be called again. */
    @Override
    public void close() {
        abandoned = true;
        end(SocketEnd.Kind.LOST, "closed");
        letGo(session);
        Thread opening = connecting;
        if (opening != null) {
            opening.interrupt();
        }
        try {
            super.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A connection to Slack did not close in order", e);
        }
    }

    private static void letGo(@Nullable Session session) {
        try {
            if (session != null && session.isOpen()) {
                session.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A connection to Slack did not close in order", e);
        }
    }

    private void end(SocketEnd.Kind kind, String reason) {
        end.complete(new SocketEnd(kind, reason));
        hello.complete(false);
    }

    @Override
    @OnOpen
    public void onOpen(Session opened) {
        session = opened;
        heard = ticker.nanos();
        if (abandoned) {
            letGo(opened);
        }
    }

    @Override
    @OnMessage
    public void onMessage(String text) {
        heard = ticker.nanos();
        try {
            switch (Frame.read(text)) {
                case Frame.Hello _ -> hello.complete(true);
                case Frame.Disconnect(String reason) -> disconnect(reason);
                case Frame.Envelope envelope -> listener.received(this, envelope);
                case Frame.Unreadable(String id) -> skip(id);
                case Frame.Other _ -> LOG.debug("Slack sent what is no request");
            }
        } catch (RuntimeException e) {
            LOG.error("A frame of Slack could not be taken", e);
        }
    }

    private void skip(String id) {
        LOG.error("A request of Slack cannot be read and is skipped");
        var _ = send(SocketAck.of(id));
    }

    private void disconnect(String reason) {
        LOG.debug("Slack asks for a new connection: {}", reason);
        end.complete(SocketEnd.announced(reason));
        hello.complete(false);
    }

    @Override
    @OnMessage
    public void onPong(PongMessage message) {
        heard = ticker.nanos();
    }

    @Override
    @OnClose
    public void onClose(Session closed, CloseReason reason) {
        end(
                SocketEnd.Kind.LOST,
                "the connection was closed (code " + reason.getCloseCode().getCode() + ")");
    }

    @Override
    @OnError
    public void onError(Session broken, Throwable fault) {
        LOG.debug("A connection to Slack has a fault", fault);
    }

    /** The client's own lines would hold whole requests, and the address with its ticket. */
    @Override
    public Logger getLogger() {
        return NOPLogger.NOP_LOGGER;
    }
}
