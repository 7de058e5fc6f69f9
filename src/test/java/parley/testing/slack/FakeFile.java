package parley.testing.slack;

import java.nio.charset.StandardCharsets;

/**
 * A file that somebody sends.
 *
 * @param stub whether events name nothing but its id, as in channels shared with others
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record FakeFile(String name, String mimeType, byte[] bytes, boolean stub) {
    public static FakeFile of(String name, String mimeType, byte[] bytes) {
        return new FakeFile(name, mimeType, bytes, false);
    }

    public static FakeFile text(String name, String text) {
        return of(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    public FakeFile asStub() {
        return new FakeFile(name, mimeType, bytes, true);
    }
}
