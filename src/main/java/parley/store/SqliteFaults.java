package parley.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's result codes mean: https://sqlite.org/rescode.html. */
final class SqliteFaults {
    private SqliteFaults() {}

    static Gravity gravity(SQLException failure) {
        return switch (code(failure)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Gravity.DAMAGE;
            case SQLITE_FULL,
                    SQLITE_READONLY,
                    SQLITE_PERM,
                    SQLITE_CANTOPEN,
                    SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_IOERR ->
                    Gravity.PASSING;
            default -> Gravity.STATEMENT;
        };
    }

    /** What the failure means for the file and what to do about it, as a sentence. */
    static String explain(Path file, SQLException failure) {
        return switch (code(failure)) {
            case SQLITE_FULL -> "The disk is full, so " + file + " cannot grow: make room on it.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                    file
                            + " cannot be written: let the user that runs Parley write it and its"
                            + " folder.";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    file + " is locked by another program: close what has it open.";
            case SQLITE_IOERR -> "The disk failed at " + file + ": check it and the system's log.";
            default -> file + " refused a statement: " + failure.getMessage();
        };
    }

    static String damaged(Path file) {
        return file
                + " is damaged or no SQLite database: stop Parley and restore a backup with"
                + " deploy/parley restore FILE.";
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
    }
}
