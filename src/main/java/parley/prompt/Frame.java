package parley.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The fixed words after every persona's prompt: what the messages of a thread look like. */
public final class Frame {
    private static final String TEXT = load();

    private Frame() {}

    /** The same text for as long as the program runs; not a template. */
    public static String text() {
        return TEXT;
    }

    private static String load() {
        try (InputStream in = Frame.class.getResourceAsStream("/parley/frame.md")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks parley/frame.md");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
