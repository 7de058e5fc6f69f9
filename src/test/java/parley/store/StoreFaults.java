package parley.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** What happens to a database from outside, brought about while it is in use. */
public final class StoreFaults {
    private static final int PAGE = 4096;

    private StoreFaults() {}

    /** The file may not grow any more. */
    public static void full(Database database) {
        // Never less than it has now: https://sqlite.org/pragma.html#pragma_max_page_count.
        database.handicap("PRAGMA max_page_count = 1");
    }

    /** Nothing may be written any more. */
    public static void readOnly(Database database) {
        database.handicap("PRAGMA query_only = ON");
    }

    /** What becomes of a commit. */
    public enum Commit {
        SUCCEEDS,
        /** Nothing is kept, and the disk says so. */
        FAILS,
        /** All is kept, and the disk says that it is not. */
        SEEMS_TO_FAIL
    }

    /**
     * Asks before every commit what becomes of it.
     *
     * @param fate called by the thread that writes
     */
    public static void commits(Database database, Supplier<Commit> fate) {
        database.watch(
                new CommitWatch() {
                    private Commit now = Commit.SUCCEEDS;

                    @Override
                    public void begins() {
                        now = fate.get();
                        failIf(now == Commit.FAILS);
                    }

                    @Override
                    public void ended() {
                        failIf(now == Commit.SEEMS_TO_FAIL);
                    }
                });
    }

    private static void failIf(boolean fails) {
        if (fails) {
            throw new TransactionException(
                    new SQLException(
                            "disk I/O error", "", SQLiteErrorCode.SQLITE_IOERR_FSYNC.code));
        }
    }

    /** What a reader throws when that is wrong with the file, or with the statement. */
    public static RuntimeException read(Database database, SQLException fault) {
        try {
            boolean never =
                    database.read(_ -> {
                        throw new ConnectionException(fault);
                    });
            throw new AssertionError("read " + never);
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Whatever was wrong is over. */
    public static void mended(Database database) {
        database.handicap("PRAGMA user_version");
    }

    /** Overwrites all pages but the first with noise, under the eyes of who has it open. */
    public static void damage(Database database, Path file) {
        boolean folded = false;
        for (int attempt = 0; attempt < 100 && !folded; attempt++) {
            folded = database.write(handle -> true) && fold(file);
        }
        if (!folded) {
            throw new AssertionError("the log could not be folded into the file");
        }
        damage(file);
        // A new connection has none of the pages in its memory.
        mended(database);
    }

    private static boolean fold(Path file) {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.getInt(1) == 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Overwrites all pages but the first with noise. */
    public static void damage(Path file) {
        try (var pages = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) pages.length() - PAGE];
            new Random(1).nextBytes(noise);
            pages.seek(PAGE);
            pages.write(noise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another program begins to write, and does not end before it is closed. */
    public static AutoCloseable lock(Path file) throws SQLException {
        Connection other = connect(file);
        try (Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return other;
    }

    private static Connection connect(Path file) throws SQLException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }
}
