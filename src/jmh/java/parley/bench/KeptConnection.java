package parley.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that stays open; as little work as can be, for true times. */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final URI base;
    private final Socket socket;
    private final InputStream in;

    KeptConnection(URI base) throws IOException {
        this.base = base;
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The whole request, so that it only has to be written. */
    byte[] request(String path, String body) {
        return ("POST /api/%s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\n"
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(path, base.getAuthority(), base.getAuthority(), body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    void write(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    /** Reads the answer to its end. */
    void expectOk() throws IOException {
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + body);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
