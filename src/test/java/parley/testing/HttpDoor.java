package parley.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on loopback, a virtual thread a connection. The JDK's own can neither reset a
 * connection nor leave one unanswered.
 */
public final class HttpDoor implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final ServerSocket socket;
    private final Function<HttpRequest, HttpAnswer> handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpDoor(ServerSocket socket, Function<HttpRequest, HttpAnswer> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    public static HttpDoor open(int port, Function<HttpRequest, HttpAnswer> handler) {
        try {
            HttpDoor door =
                    new HttpDoor(
                            new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()),
                            handler);
            Thread.ofVirtual().name("fake-http").start(door::listen);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean more = true;
            while (more) {
                Optional<HttpHead> head = HttpHead.read(in);
                more = head.isPresent() && serve(head.get(), in, connection);
            }
        } catch (IOException e) {
            // The client has gone; its requests are recorded.
            return;
        } finally {
            connections.remove(connection);
        }
    }

    private boolean serve(HttpHead head, InputStream in, Socket connection) throws IOException {
        HttpRequest request = new HttpRequest(head, head.body(in));
        return switch (handler.apply(request)) {
            case HttpAnswer.Reply reply -> {
                write(reply, connection.getOutputStream());
                yield true;
            }
            case HttpAnswer.Reset() -> {
                connection.setSoLinger(true, 0);
                yield false;
            }
            case HttpAnswer.Hang() -> {
                in.transferTo(OutputStream.nullOutputStream());
                yield false;
            }
        };
    }

    private static void write(HttpAnswer.Reply reply, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Fake\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + reply.body().length + "\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + reply.body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(reply.body(), 0, whole, start.length, reply.body().length);
        out.write(whole);
        out.flush();
    }
}
