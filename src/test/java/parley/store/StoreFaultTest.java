package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import parley.contract.Events;
import parley.inbox.EntryState;
import parley.testing.RecordedLog;

/** What the world does to the database while it is in use, and what health says of it. */
final class StoreFaultTest {
    private final TestDatabase test = new TestDatabase();
    private final Database database = test.get();
    private final RecordedLog log = RecordedLog.of(Vitals.class);

    @AfterEach
    void close() {
        log.close();
        test.close();
    }

    private boolean append(int n, int length) {
        return new SqlJournal(database, () -> Events.NOON)
                .append(Events.mention("e" + n, "x".repeat(length)), EntryState.RECEIVED)
                .isPresent();
    }

    private long rows() {
        return database.read(handle ->
                handle.createQuery("SELECT count(*) FROM journal").mapTo(Long.class).one());
    }

    @Test
    void check_diskFull_saysSoAlsoWhereASmallWriteStillGoes() {
        StoreFaults.full(database);
        assertThatThrownBy(() -> append(1, 1_000_000)).hasMessageContaining("The disk is full");

        for (int look = 0; look < 3; look++) {
            assertThat(database.check())
                    .hasValueSatisfying(
                            fault -> assertThat(fault).contains("The disk is full", "make room"));
        }
        StoreFaults.mended(database);

        assertThat(database.check()).isEmpty();
        assertThat(append(1, 1_000_000)).isTrue();
        assertThat(rows()).isOne();
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().getFirst()).startsWith("The store fails: The disk is full");
        assertThat(log.lines().getLast()).startsWith("The store works again");
    }

    private boolean isOutage(SQLException fault) {
        RuntimeException failure = StoreFaults.read(database, fault);
        assertThat(failure).isInstanceOf(StoreException.class);
        return ((StoreException) failure).isOutage();
    }

    private static SQLException fault(SQLiteErrorCode code) {
        return new SQLException("no", "", code.code);
    }

    @Test
    void read_fileFailsOrNoReaderIsFree_isAnOutage() {
        assertThat(isOutage(new SQLTransientConnectionException("timed out"))).isTrue();
        assertThat(isOutage(fault(SQLiteErrorCode.SQLITE_IOERR_READ))).isTrue();
        assertThat(isOutage(fault(SQLiteErrorCode.SQLITE_IOERR_READ))).isTrue();
        assertThat(isOutage(fault(SQLiteErrorCode.SQLITE_BUSY))).isTrue();
    }

    @Test
    void read_statementIsWrong_isNoOutage() {
        assertThat(isOutage(fault(SQLiteErrorCode.SQLITE_ERROR))).isFalse();
        assertThat(isOutage(fault(SQLiteErrorCode.SQLITE_CONSTRAINT))).isFalse();
        assertThat(database.check()).isEmpty();
    }

    @Test
    void recheck_onlyAfterAFailure_looks() {
        long before = beats();
        AtomicInteger told = new AtomicInteger();
        database.onRecovery(told::incrementAndGet);
        database.recheck();
        assertThat(beats()).isEqualTo(before);

        StoreFaults.full(database);
        assertThatThrownBy(() -> append(1, 1_000_000)).isInstanceOf(StoreException.class);
        StoreFaults.mended(database);
        database.recheck();
        database.recheck();

        assertThat(beats()).isEqualTo(before + 1);
        assertThat(told).hasValue(1);
        assertThat(log.lines().getLast()).startsWith("The store works again");
    }

    private long beats() {
        return database.read(
                handle -> handle.createQuery("SELECT beats FROM pulse").mapTo(Long.class).one());
    }

    @Test
    void check_readOnly_saysSoUntilItIsWritableAgain() {
        StoreFaults.readOnly(database);

        assertThatThrownBy(() -> append(1, 1)).hasMessageContaining("cannot be written");
        assertThat(database.check())
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("cannot be written", "its folder"));
        StoreFaults.mended(database);

        assertThat(database.check()).isEmpty();
        assertThat(append(1, 1)).isTrue();
        assertThat(rows()).isOne();
    }

    /** All that waited fail together, not one after the other. */
    @Test
    void write_lockedByAnotherProgram_failsAllThatWaitedAndGoesOnAfterwards() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> appends;
            try (var _ = StoreFaults.lock(test.file())) {
                assertThat(database.check())
                        .hasValueSatisfying(
                                fault -> assertThat(fault).contains("another program has locked"));
                appends =
                        IntStream.range(0, 100)
                                .mapToObj(n -> threads.submit(() -> append(n, 10)))
                                .toList();
                for (Future<Boolean> append : appends) {
                    assertThatThrownBy(append::get)
                            .hasMessageContaining("is locked by another program");
                }
                assertThat(database.check())
                        .hasValueSatisfying(fault ->
                                assertThat(fault).contains("is locked by another program"));
            }
            assertThat(rows()).isZero();
        }
        database.write(_ -> true);
        assertThat(database.check()).isEmpty();
        assertThat(append(1, 1)).isTrue();
    }

    @Test
    void write_damagedUnderIt_isRefusedFromThenOn() {
        IntStream.range(0, 200).forEach(n -> append(n, 1_000));
        StoreFaults.damage(database, test.file());

        assertThatThrownBy(() -> append(1000, 10)).hasMessageContaining("is damaged");
        assertThatThrownBy(() -> database.write(handle -> handle.execute("SELECT 1")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
        assertThat(database.check())
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("is damaged", "restore a backup"));
        database.recheck();
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void open_damaged_isRefusedWithWhatToDo() {
        IntStream.range(0, 200).forEach(n -> append(n, 1_000));
        database.close();
        StoreFaults.damage(test.file());

        assertThatThrownBy(() -> Database.open(test.url()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("parley restore FILE");
        assertThatThrownBy(() -> StoreCheck.describe(test.url()))
                .isInstanceOf(StoreException.class);
    }
}
