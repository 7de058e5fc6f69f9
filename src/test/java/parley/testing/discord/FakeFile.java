package parley.testing.discord;

import java.nio.charset.StandardCharsets;

/** A file that somebody sends. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record FakeFile(String name, String mimeType, byte[] bytes) {
    public static FakeFile text(String name, String text) {
        return new FakeFile(
                name, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
