package parley.testing.discord;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * Transport compression of one connection: one zlib stream, flushed after each payload. Not safe
 * for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#transport-compression">Transport
 *     compression</a>
 */
final class ZlibStream {
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[8_192];

    ByteBuffer next(String payload) {
        deflater.setInput(payload.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            bytes.write(buffer, 0, length);
        } while (length == buffer.length);
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    void end() {
        deflater.end();
    }
}
