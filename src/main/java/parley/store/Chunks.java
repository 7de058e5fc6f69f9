package parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Writes much in many small transactions, so that nobody waits long for the writer. */
final class Chunks {
    private static final int MOST_ROWS = 200;

    /** What a transaction overwrites of files goes through the log. */
    private static final long MOST_BYTES = 4_000_000;

    private Chunks() {}

    /** One transaction's share; gives how many it changed that count. */
    @FunctionalInterface
    interface Step<T> {
        long run(Handle handle, List<T> chunk);
    }

    /** The sum of what the steps gave. */
    static <T> long each(Database database, List<T> rows, Step<T> step) {
        return each(database, rows, _ -> 0, step);
    }

    /**
     * @param size in bytes; a row that is larger than a chunk comes alone
     */
    static <T> long each(Database database, List<T> rows, ToLongFunction<T> size, Step<T> step) {
        long counted = 0;
        for (List<T> chunk : cut(rows, size)) {
            counted += database.write(handle -> step.run(handle, chunk));
        }
        return counted;
    }

    private static <T> List<List<T>> cut(List<T> rows, ToLongFunction<T> size) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        long bytes = 0;
        for (T row : rows) {
            bytes += size.applyAsLong(row);
            if (!chunk.isEmpty() && (chunk.size() >= MOST_ROWS || bytes > MOST_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = size.applyAsLong(row);
            }
            chunk.add(row);
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
