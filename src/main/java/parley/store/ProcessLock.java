package parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Keeps a second process away from a database file. The lock is on a file beside it, because
 * closing any channel of the database file itself would drop SQLite's own locks; the system takes
 * it back when the process dies.
 */
final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks the database, making its folder first.
     *
     * @throws StoreException when another process has it, or the folder cannot be written
     */
    static ProcessLock take(Path database) {
        Path file = Path.of(database + ".lock");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new ProcessLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new StoreException(
                    database.getParent()
                            + " cannot be written: let the user that runs Parley write that folder.",
                    e);
        }
        throw new StoreException(
                database
                        + " is in use by another Parley: stop that one, or set PARLEY_DATABASE to"
                        + " another file.");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("The lock beside the database could not be let go.", e);
        }
    }
}
