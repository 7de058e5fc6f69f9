package parley.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Copies a database into a new file, also while Parley runs on it. */
public final class Backup {
    private Backup() {}

    /**
     * Makes the copy under another name beside it, and gives it its own when it is whole, checked
     * and durable. Only its owner may read it.
     *
     * @param target must not be there yet
     * @return what the copy holds
     * @throws StoreException when that is not possible, with a message that says what to change;
     *     then there is no new file
     */
    public static Holdings make(String jdbcUrl, Path target) {
        Path source = Sqlite.file(jdbcUrl);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(target);
        }
        try (PartialFile part = PartialFile.beside(target)) {
            Holdings holdings = SqliteCopy.make(source, part.path());
            part.become(target);
            return holdings;
        } catch (FileAlreadyExistsException e) {
            throw taken(target);
        } catch (IOException e) {
            throw new StoreException(
                    target + " cannot be written: name a file in a folder that you may write.", e);
        }
    }

    private static StoreException taken(Path target) {
        return new StoreException(
                target + " exists already, and is left as it is: name a new file.");
    }
}
