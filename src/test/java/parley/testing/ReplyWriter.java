package parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes one answer to a socket; one system call for each piece. */
final class ReplyWriter {
    private static final byte[] END = ascii("0\r\n\r\n");
    private static final byte[] LINE = ascii("\r\n");

    private final Socket socket;
    private final RecordedRequest request;
    private boolean begun;
    private boolean over;

    ReplyWriter(Socket socket, RecordedRequest request) {
        this.socket = socket;
        this.request = request;
    }

    RecordedRequest request() {
        return request;
    }

    /** A whole answer with a body of known length. */
    void whole(int status, Map<String, String> headers, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head(status, headers, "content-length: " + body.length));
        out.write(body);
        write(out.toByteArray());
        over = true;
    }

    /** Sends the head of a streamed answer, once. */
    void begin() throws IOException {
        if (!begun) {
            begun = true;
            write(
                    head(
                            200,
                            Map.of("content-type", "text/event-stream; charset=utf-8"),
                            "transfer-encoding: chunked"));
        }
    }

    void chunk(byte[] data) throws IOException {
        begin();
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 12);
        out.write(ascii(Integer.toHexString(data.length) + "\r\n"));
        out.write(data);
        out.write(LINE);
        write(out.toByteArray());
    }

    /** Ends the body properly; the connection stays. */
    void end() throws IOException {
        if (!over) {
            begin();
            write(END);
            over = true;
        }
    }

    /** Promises a chunk, sends half of it and closes the connection. */
    void cut() throws IOException {
        begin();
        write(ascii("ff\r\nevent: content_block_delta\ndata: {\"type\""));
        over = true;
        socket.close();
    }

    void reset() throws IOException {
        begin();
        over = true;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private byte[] head(int status, Map<String, String> headers, String length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        head.append("request-id: req_fake_").append(request.number()).append("\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return ascii(head.append(length).append("\r\n\r\n").toString());
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
