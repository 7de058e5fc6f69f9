package parley.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts a backup in the place of a database that nobody uses. */
public final class Restore {
    /**
     * What there is afterwards; immutable.
     *
     * @param aside the database of before, if there was one
     * @param settled how many questions of the backup are not answered any more, because they were
     *     answered since, or may have been
     * @param wishes to be forgotten that only that one knew; empty when it could not be read
     * @param heard how many messages that only that one knew are known now; empty when there is
     *     none to tell, so that nothing of before is looked for
     */
    public record Outcome(
            Holdings holdings,
            Optional<Path> aside,
            int settled,
            OptionalInt wishes,
            OptionalInt heard) {}

    private Restore() {}

    /**
     * Copies the backup, looks through the copy, keeps the database of before under a name with
     * that time, hands on its wishes to be forgotten, the threads in which it had still to answer
     * and which messages it knows, and puts the copy in its place. At every moment one of the two
     * is there, whole.
     *
     * @throws StoreException when that is not possible, with a message that says what to change;
     *     then the database is as it was
     */
    public static Outcome put(String jdbcUrl, Path backup, Instant now) {
        Path database = Sqlite.file(jdbcUrl);
        try (ProcessLock lock = ProcessLock.take(database)) {
            if (same(backup, database)) {
                throw new StoreException(backup + " is the database itself: name a backup of it.");
            }
            return put(database, backup, now);
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(e.getFile() + " exists already: try again in a second.", e);
        } catch (IOException e) {
            throw new StoreException(
                    database + " could not be replaced, and is as it was: " + e.getMessage(), e);
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    private static Outcome put(Path database, Path backup, Instant now) throws IOException {
        try (PartialFile part = PartialFile.beside(database)) {
            Holdings _ = SqliteCopy.make(backup, part.path());
            var before = new FormerDatabase(database);
            before.bequeath(part.path());
            Optional<Path> aside = before.keep(now);
            OptionalInt wishes = Wishes.carry(database, part.path());
            OpenThreads.carry(database, part.path());
            int settled = OpenQuestions.settle(database, part.path(), now);
            OptionalInt heard = HeardSince.carry(database, part.path(), now);
            Looks.forget(part.path());
            Holdings holdings = SqliteCopy.holdings(part.path());
            part.replace(database);
            return new Outcome(holdings, aside, settled, wishes, heard);
        }
    }
}
