package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {
    private final TestDatabase test = new TestDatabase();
    private final Database database = test.get();

    @BeforeEach
    void makeTable() {
        write(handle -> handle.execute("CREATE TABLE sample (n INTEGER PRIMARY KEY, text TEXT)"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private int write(Work<Integer> work) {
        return database.write(work);
    }

    private static int insert(Handle handle, int n) {
        return handle.execute("INSERT INTO sample (n) VALUES (?)", n);
    }

    private int count() {
        return database.read(handle ->
                handle.createQuery("SELECT count(*) FROM sample").mapTo(Integer.class).one());
    }

    /** Holds the writer until the latch opens, so that works pile up behind it. */
    private Future<Integer> hold(ExecutorService threads, CountDownLatch until)
            throws InterruptedException {
        var holding = new CountDownLatch(1);
        Future<Integer> held =
                threads.submit(() ->
                        write(_ -> {
                            holding.countDown();
                            return awaitQuietly(until);
                        }));
        holding.await();
        return held;
    }

    private static int awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void write_returned_isSeenByReaders() {
        for (int n = 1; n <= 50; n++) {
            int number = n;
            assertThat(write(handle -> insert(handle, number))).isEqualTo(1);
            assertThat(count()).isEqualTo(n);
        }
    }

    @Test
    void write_throwing_undoesAllOfItself() {
        assertThatThrownBy(() ->
                        write(handle -> {
                            insert(handle, 1);
                            throw new IllegalArgumentException("changed my mind");
                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("changed my mind");

        assertThat(count()).isZero();
    }

    @Test
    void write_againstConstraint_saysSoWithoutTheParameters() {
        write(handle -> insert(handle, 4711));

        assertThatThrownBy(() -> write(handle -> insert(handle, 4711)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("UNIQUE")
                .hasMessageNotContaining("4711")
                .hasNoSuppressedExceptions();
    }

    @Test
    void write_manyAtOnceSomeFailing_eachGetsItsOwnEnd() throws Exception {
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> held = hold(threads, release);
            List<Future<Integer>> results =
                    IntStream.range(0, 500)
                            .mapToObj(n ->
                                    threads.submit(() ->
                                            write(handle -> {
                                                insert(handle, n);
                                                if (n % 3 == 0) {
                                                    throw new IllegalStateException("n" + n);
                                                }
                                                return n;
                                            })))
                            .toList();
            release.countDown();
            held.get();
            for (int n = 0; n < 500; n++) {
                Future<Integer> result = results.get(n);
                if (n % 3 == 0) {
                    assertThatThrownBy(result::get).hasRootCauseMessage("n" + n);
                } else {
                    assertThat(result.get()).isEqualTo(n);
                }
            }
        }
        assertThat(count()).isEqualTo(333);
    }

    @Test
    void write_diskFull_saysSoAndGoesOnWhenThereIsRoom() {
        write(handle -> insert(handle, 1));
        write(handle -> handle.execute("PRAGMA max_page_count = 1"));
        String big = "x".repeat(1_000_000);

        assertThatThrownBy(() ->
                        write(handle -> handle.execute("INSERT INTO sample VALUES (2, ?)", big)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("make room");

        write(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
        write(handle -> handle.execute("INSERT INTO sample VALUES (2, ?)", big));
        assertThat(count()).isEqualTo(2);
    }

    /** SQLite drops the whole transaction when the disk is full, not just the statement. */
    @Test
    void write_diskFullAmongOthers_failsOnlyThoseWithoutRoom() throws Exception {
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> held = hold(threads, release);
            List<Future<Integer>> results =
                    IntStream.range(0, 40)
                            .mapToObj(n ->
                                    threads.submit(() ->
                                            write(handle -> insert(handle, n, n % 2 * 9_000))))
                            .toList();
            release.countDown();
            held.get();
            for (int n = 0; n < 40; n++) {
                Future<Integer> result = results.get(n);
                if (n % 2 == 0) {
                    assertThat(result.get()).isEqualTo(1);
                } else {
                    assertThatThrownBy(result::get)
                            .hasCauseInstanceOf(StoreException.class)
                            .hasMessageContaining("The disk is full");
                }
            }
        }
        assertThat(count()).isEqualTo(20);
    }

    private static int insert(Handle handle, int n, int length) {
        // Each connection has its own limit: the size that the file has now.
        handle.execute("PRAGMA max_page_count = 1");
        return handle.execute("INSERT INTO sample VALUES (?, ?)", n, "x".repeat(length));
    }

    @Test
    void write_readOnlyConnection_saysSoAndGoesOnWithANewOne() {
        assertThatThrownBy(() ->
                        write(handle -> {
                            handle.execute("PRAGMA query_only = ON");
                            return insert(handle, 1);
                        }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be written");

        assertThat(database.check()).isEmpty();
        assertThat(write(handle -> insert(handle, 1))).isEqualTo(1);
    }

    @Test
    void write_withinWork_isRefusedInsteadOfWaitingForItself() {
        assertThatThrownBy(() -> write(_ -> write(handle -> insert(handle, 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void write_interruptedCaller_stillGetsTheEnd() {
        Thread.currentThread().interrupt();

        assertThat(write(handle -> insert(handle, 1))).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void close_afterWrites_keepsThemAndRefusesMore() {
        write(handle -> insert(handle, 1));
        database.close();
        database.close();

        assertThatThrownBy(() -> write(handle -> insert(handle, 2)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("stopping");
        assertThat(database.check()).isPresent();
        int kept =
                test.reopen()
                        .read(handle ->
                                handle.createQuery("SELECT count(*) FROM sample")
                                        .mapTo(Integer.class)
                                        .one());
        assertThat(kept).isEqualTo(1);
    }
}
