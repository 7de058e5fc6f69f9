package parley.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A persona folder that tests write; every write gets a new time of change. */
final class PersonaFolder {
    private final Path path;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    PersonaFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    PersonaFolder persona(String name, String body) {
        return write(name + ".md", text(name, body));
    }

    /** A persona's file without settings. */
    static String text(String name, String body) {
        return "---\nname: " + name + "\ndescription: For tests.\n---\n" + body;
    }

    PersonaFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    PersonaFolder write(String file, byte[] bytes) {
        try {
            Path target = path.resolve(file);
            Files.write(target, bytes);
            now = now.plusMillis(1);
            Files.setLastModifiedTime(target, FileTime.from(now));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PersonaFolder delete(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
