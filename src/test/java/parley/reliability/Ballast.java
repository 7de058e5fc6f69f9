package parley.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that takes all the room that a small file system has left. Used by one thread. */
final class Ballast {
    private static final int BLOCK = 4_096;

    private final Path file;

    Ballast(Path folder) {
        file = folder.resolve("ballast");
    }

    /** Grows until there is no room for another block. */
    void fill() {
        try (OutputStream out =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(file).getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException e) {
            // No space left: that is what is wanted.
        }
    }

    void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
