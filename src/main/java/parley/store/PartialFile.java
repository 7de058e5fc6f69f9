package parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is not whole yet, beside the place that it is for, so that a half one never has that
 * name. Gone after the close unless it got there.
 */
record PartialFile(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartialFile.class);

    /** A new, empty one that only its owner may read. */
    static PartialFile beside(Path place) throws IOException {
        return new PartialFile(
                Files.createTempFile(folder(place), place.getFileName() + ".", ".part"));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /**
     * Gives it that name, for good.
     *
     * @throws FileAlreadyExistsException when there is such a file, which is left as it is
     */
    void become(Path place) throws IOException {
        link(path, place);
        syncFolder(place);
    }

    /** Puts it in the place of the file that has that name, if there is one, for good. */
    void replace(Path place) throws IOException {
        Files.move(
                path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(place);
    }

    /**
     * Gives the file a second name. Unlike a move, that never replaces; where the file system knows
     * no second names, it is moved after all.
     *
     * @throws FileAlreadyExistsException when the name is taken
     */
    static void link(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(file, name);
        }
    }

    /** A new name is durable when its folder is; not every system opens folders. */
    private static void syncFolder(Path place) {
        try (var folder = FileChannel.open(folder(place), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("The folder of {} is written by the system when it likes", place, e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
