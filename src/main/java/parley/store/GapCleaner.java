package parley.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Overwrites the gaps of a SQLite file's pages in place, a slice at a time. During a slice the
 * write lock is held and the log is empty: so the file is all there is, nobody but us writes to it,
 * and what it holds in gaps is of no meaning to who reads it. The commit that ends a slice makes
 * every other connection let go of pages that it remembers with their old gaps.
 *
 * <p>Safe for use by many threads, one at a time. The file stays open until the last connection is
 * closed, also when a thread is interrupted, which would close a channel: closing it drops the
 * locks that SQLite has on the file in this process
 * (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
 */
final class GapCleaner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GapCleaner.class);
    private static final int SLICE_BYTES = 4 * 1024 * 1024;
    private static final int TRIES = 20;

    /** https://sqlite.org/fileformat2.html#the_database_header */
    private static final int HEADER_BYTES = 100;

    private static final int AUTO_VACUUM = 52;

    /** Beyond it the first byte of a page no longer tells what it is. */
    private static final long MOST_PAGES = 1 << 24;

    private final Path file;
    private final Path log;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<RandomAccessFile> opened = Optional.empty();
    private volatile boolean closed;

    GapCleaner(Path file) {
        this.file = file;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
    }

    /** How the file is laid out. */
    private record Layout(int pageSize, int usable) {}

    /**
     * Goes through the whole file.
     *
     * @param others lets all writes that wait be done, before each slice: SQLite's lock knows no
     *     order, so the next slice would mostly come before them; false when there are none any
     *     more
     * @return false when readers were in the way of a slice, or the database is being closed
     */
    boolean clean(Jdbi writers, Scrub scrub, BooleanSupplier others) {
        lock.lock();
        try (Handle handle = writers.open()) {
            return !closed && clean(handle, scrub, others);
        } catch (IOException e) {
            throw new StoreException("The gaps of " + file + " could not be overwritten.", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean clean(Handle handle, Scrub scrub, BooleanSupplier others) throws IOException {
        RandomAccessFile open = open();
        Layout layout = layout(open);
        long cleaned = 0;
        for (long at = 0; at < open.length(); at += SLICE_BYTES) {
            boolean stop = closed || !others.getAsBoolean();
            Optional<Long> gaps = stop ? Optional.empty() : slice(handle, scrub, layout, at);
            if (gaps.isEmpty()) {
                return false;
            }
            cleaned += gaps.get();
        }
        open.getFD().sync();
        LOG.debug("Overwrote {} gaps of {}", cleaned, file);
        return true;
    }

    /** Empties the log; false when readers are in the way. */
    @FunctionalInterface
    interface Scrub {
        boolean run(Handle handle);
    }

    private RandomAccessFile open() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(new RandomAccessFile(file.toFile(), "rw"));
        }
        return opened.get();
    }

    private static Layout layout(RandomAccessFile open) throws IOException {
        ByteBuffer header = read(open, 0, HEADER_BYTES);
        boolean whole = header.limit() == HEADER_BYTES;
        int size = whole ? Short.toUnsignedInt(header.getShort(16)) : 0;
        int pageSize = size == 1 ? 65_536 : size;
        // Files that shrink by themselves have pages of pointers, which begin as b-trees do.
        boolean known = whole && header.getInt(AUTO_VACUUM) == 0;
        if (!known || pageSize < 512 || open.length() / pageSize >= MOST_PAGES) {
            throw new IOException("its pages are not as expected: " + pageSize);
        }
        return new Layout(pageSize, pageSize - Byte.toUnsignedInt(header.get(20)));
    }

    /** That many bytes, or fewer at the end of the file. */
    private static ByteBuffer read(RandomAccessFile open, long at, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, Math.max(0, open.length() - at))];
        open.seek(at);
        open.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** How many gaps were overwritten; empty when the log could not be emptied. */
    private Optional<Long> slice(Handle handle, Scrub scrub, Layout layout, long at)
            throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (scrub.run(handle)) {
                handle.execute("BEGIN IMMEDIATE");
                if (Files.size(log) == 0) {
                    return Optional.of(overwrite(handle, layout, at));
                }
                handle.execute("ROLLBACK");
            }
        }
        return Optional.empty();
    }

    private long overwrite(Handle handle, Layout layout, long at) throws IOException {
        try {
            return overwrite(layout, at);
        } finally {
            handle.execute("UPDATE pulse SET beats = beats + 1");
            handle.execute("COMMIT");
        }
    }

    private long overwrite(Layout layout, long at) throws IOException {
        RandomAccessFile open = open();
        ByteBuffer slice = read(open, at, SLICE_BYTES);
        long cleaned = 0;
        for (int page = 0; page + layout.pageSize <= slice.limit(); page += layout.pageSize) {
            ByteBuffer bytes = slice.slice(page, layout.pageSize);
            Optional<PageGap> dirty =
                    PageGap.in(bytes, layout.usable, at + page == 0)
                            .filter(gap -> !gap.isClean(bytes));
            if (dirty.isPresent()) {
                open.seek(at + page + dirty.get().from());
                open.write(new byte[dirty.get().size()]);
                cleaned++;
            }
        }
        return cleaned;
    }

    /** Waits for the slice under way. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            if (opened.isPresent()) {
                opened.get().close();
            }
        } catch (IOException e) {
            LOG.debug("The database's file did not close cleanly", e);
        } finally {
            lock.unlock();
        }
    }
}
