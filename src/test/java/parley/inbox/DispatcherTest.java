package parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Inbound;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.chat.Untold;
import parley.store.Database;
import parley.store.SqlJournal;
import parley.store.StoreException;
import parley.store.StoreFaults;

final class DispatcherTest {
    @TempDir Path folder;
    private Database database;
    private Journal journal;
    private final Gate gate = new Gate();
    private final List<Dispatcher> dispatchers = new ArrayList<>();

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
        journal = new SqlJournal(database, java.time.Clock.systemUTC());
    }

    @AfterEach
    void close() {
        gate.permits.release(1_000);
        dispatchers.forEach(dispatcher -> dispatcher.drain(Duration.ofSeconds(20)));
        database.close();
    }

    @Test
    void accept_severalInOneThread_runOneAtATimeAndLaterOnesTogether() throws Exception {
        Wired wired = wire(8, 100);
        wired.ask("a/1", "1");
        Claim first = gate.begun();
        wired.ask("a/1", "2");
        wired.ask("a/1", "3");
        gate.letOneEnd();
        Claim second = gate.begun();

        assertThat(texts(first)).containsExactly("1");
        assertThat(texts(second)).containsExactly("2", "3");
        gate.letOneEnd();
        assertThat(wired.dispatcher.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(gate.most).containsEntry(thread("a/1"), 1);
    }

    @Test
    void accept_manyThreads_runAtOnceUpToTheBound() throws Exception {
        Wired wired = wire(3, 100);
        for (int i = 0; i < 5; i++) {
            wired.ask("a/" + i, "q");
        }
        gate.begun();
        gate.begun();
        gate.begun();

        assertThat(wired.dispatcher.running()).isEqualTo(3);
        assertThat(wired.dispatcher.waiting()).isEqualTo(2);
        assertThat(wired.places).containsEntry(thread("a/3"), 1).containsEntry(thread("a/4"), 2);
        gate.permits.release(5);
        gate.begun();
        gate.begun();
        assertThat(wired.dispatcher.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(wired.places).containsEntry(thread("a/4"), 1);
    }

    @Test
    void accept_backlogFull_isRefused_andKnownAsThatWhenDeliveredAgain() throws Exception {
        Wired wired = wire(1, 1);
        wired.ask("a/1", "runs");
        gate.begun();
        assertThat(wired.ask("a/2", "waits")).isEqualTo(Receipt.ACCEPTED);

        assertThat(wired.ask("a/3", "too much")).isEqualTo(Receipt.OVERLOADED);
        assertThat(wired.ask("a/3", "too much")).isEqualTo(Receipt.REFUSED);
        assertThat(wired.press("a/1")).isEqualTo(Receipt.OVERLOADED);
        assertThat(wired.ask("a/2", "waits")).isEqualTo(Receipt.DUPLICATE);
    }

    @Test
    void accept_backlogFull_isOwedToPeople_unlessTheReceiptTellsThem() throws Exception {
        Wired wired = wire(1, 1);
        wired.ask("a/1", "runs");
        gate.begun();
        wired.ask("a/2", "waits");
        wired.ask("a/3", "too much");
        wired.ask("a/3", "too much");
        wired.press("a/1");

        assertThat(wired.inbox.acceptAwaited(Wired.question("a/4", "at the window")))
                .isEqualTo(Receipt.OVERLOADED);
        assertThat(wired.inbox.untold(Platform.WEB))
                .singleElement()
                .satisfies(untold -> {
                    assertThat(untold.why()).isEqualTo(Untold.Why.BUSY);
                    assertThat(untold.thread()).contains(thread("a/3"));
                    assertThat(untold.questions()).isEqualTo(1);
                });
    }

    @Test
    void decline_isOwedToPeopleOnce() {
        Wired wired = wire(1, 1);

        assertThat(wired.inbox.decline(Wired.question("a/1", "too much"))).isTrue();
        assertThat(wired.inbox.decline(Wired.question("a/1", "too much"))).isFalse();
        assertThat(wired.inbox.untold(Platform.WEB))
                .extracting(Untold::why, Untold::questions)
                .containsExactly(tuple(Untold.Why.AWAY, 1));
    }

    @Test
    void accept_pressRefusedForAFullBacklog_isTakenWhenThereIsRoom() throws Exception {
        Wired wired = wire(1, 1);
        wired.ask("a/1", "runs");
        gate.begun();
        wired.ask("a/2", "waits");

        assertThat(wired.press("a/3")).isEqualTo(Receipt.OVERLOADED);
        gate.letOneEnd();
        gate.begun();
        assertThat(wired.press("a/3")).isEqualTo(Receipt.ACCEPTED);
        assertThat(wired.press("a/3")).isEqualTo(Receipt.DUPLICATE);
    }

    @Test
    void accept_writtenDownThoughTheStoreSaysNot_runsWhenDeliveredAgain() throws Exception {
        Wired wired = wire(1, 100);
        StoreFaults.commits(database, () -> StoreFaults.Commit.SEEMS_TO_FAIL);
        assertThatThrownBy(() -> wired.ask("a/1", "once")).isInstanceOf(StoreException.class);
        StoreFaults.commits(database, () -> StoreFaults.Commit.SUCCEEDS);

        assertThat(wired.ask("a/1", "once")).isEqualTo(Receipt.DUPLICATE);
        assertThat(texts(gate.begun())).containsExactly("once");
        assertThat(wired.ask("a/1", "once")).isEqualTo(Receipt.DUPLICATE);
        gate.letOneEnd();
        assertThat(wired.dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(gate.begun).isEmpty();
    }

    @Test
    void start_afterRestart_takesUpWhatWasLeft() throws Exception {
        Wired before = wire(1, 100);
        before.ask("a/1", "1");
        gate.begun();
        before.ask("b/1", "2");

        Wired after = wire(1, 100);
        after.dispatcher.start(Set.of(Platform.WEB));

        assertThat(after.dispatcher.waiting() + after.dispatcher.running()).isPositive();
        assertThat(texts(gate.begun())).containsExactly("1");
        gate.permits.release(4);
        assertThat(texts(gate.begun())).containsExactly("2");
    }

    @Test
    void run_handlerFails_isTriedAgainAndOthersGoOn() throws Exception {
        Wired wired = wire(8, 100);
        gate.failures.put(thread("a/1"), 1);
        wired.ask("a/1", "fails once");
        gate.begun();
        wired.ask("b/1", "works");

        assertThat(List.of(gate.begun().thread(), gate.begun().thread()))
                .containsExactlyInAnyOrder(thread("a/1"), thread("b/1"));
    }

    @Test
    void run_postponed_givesItsSlotToOthersAndIsTriedAgain() throws Exception {
        Wired wired = wire(1, 100);
        gate.postponements.put(thread("a/1"), 2);
        wired.ask("a/1", "stuck");
        Claim stuck = gate.begun();
        wired.ask("b/1", "goes on");

        assertThat(gate.begun().thread()).isEqualTo(thread("b/1"));
        gate.letOneEnd();
        assertThat(gate.begun().sameAs(stuck)).isTrue();
        assertThat(gate.begun().sameAs(stuck)).isTrue();
        gate.letOneEnd();
        assertThat(wired.dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(journal.unfinished()).isEmpty();
        assertThat(gate.begun).isEmpty();
    }

    @Test
    void run_timeNotCome_givesItsSlotToOthersAndComesAtItsTime() throws Exception {
        Wired wired = wire(1, 100);
        gate.pauses.put(thread("a/1"), Duration.ofMillis(20));
        wired.ask("a/1", "later");
        Claim later = gate.begun();
        wired.ask("b/1", "goes on");
        gate.letOneEnd();

        assertThat(gate.begun().thread()).isEqualTo(thread("b/1"));
        assertThat(wired.dispatcher.waiting()).as("questions that wait").isEqualTo(1);
        assertThat(wired.dispatcher.place(thread("b/1"))).isEmpty();
        gate.letOneEnd();
        assertThat(gate.begun().sameAs(later)).isTrue();
        gate.letOneEnd();
        assertThat(wired.dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    void run_timeNotCome_isTriedWhenSomethingNewIsSaid() throws Exception {
        Wired wired = wire(1, 100);
        gate.pauses.put(thread("a/1"), Duration.ofDays(1));
        wired.ask("a/1", "1");
        gate.begun();
        gate.letOneEnd();
        wired.ask("a/1", "2");

        assertThat(texts(gate.begun())).containsExactly("1", "2");
    }

    @Test
    void reconsider_timeNotCome_triesTheseNow() throws Exception {
        Wired wired = wire(2, 100);
        gate.pauses.put(thread("a/1"), Duration.ofDays(1));
        gate.pauses.put(thread("b/1"), Duration.ofDays(1));
        wired.ask("a/1", "1");
        wired.ask("b/1", "2");
        gate.begun();
        gate.begun();
        gate.permits.release(2);

        wired.dispatcher.reconsider(thread("b/1")::equals);

        assertThat(texts(gate.begun())).containsExactly("2");
        assertThat(gate.begun).isEmpty();
    }

    @Test
    void place_inTheQueue_isHowManyComeBefore() throws Exception {
        Wired wired = wire(1, 100);
        wired.ask("a/1", "runs");
        gate.begun();
        wired.ask("a/2", "waits");
        wired.ask("a/3", "waits too");

        assertThat(wired.dispatcher.place(thread("a/3"))).hasValue(2);
    }

    @Test
    void drain_timeNotCome_isLeftForTheNextStart() throws Exception {
        Wired wired = wire(1, 100);
        gate.pauses.put(thread("a/1"), Duration.ofDays(1));
        wired.ask("a/1", "later");
        gate.begun();
        gate.letOneEnd();

        assertThat(wired.dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(journal.unfinished()).containsExactly(thread("a/1"));
    }

    @Test
    void drain_turnPostponed_isNotTriedAgain() throws Exception {
        Wired wired = wire(1, 100);
        gate.postponements.put(thread("a/1"), 100);
        wired.ask("a/1", "stuck");
        gate.begun();

        assertThat(wired.dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(journal.unfinished()).containsExactly(thread("a/1"));
    }

    @Test
    void accept_inAThreadWhoseTimeHasNotCome_leavesRoomForOthers() throws Exception {
        Wired wired = wire(2, 3);
        for (int i = 1; i <= 6; i++) {
            gate.pauses.put(thread("a/1"), Duration.ofHours(1));
            assertThat(wired.ask("a/1", "question " + i)).isEqualTo(Receipt.ACCEPTED);
            assertThat(texts(gate.begun())).hasSize(i);
            gate.letOneEnd();
            awaitNobodyRuns(wired);
        }

        assertThat(wired.dispatcher.waiting()).isEqualTo(1);
        assertThat(wired.ask("b/1", "another")).isEqualTo(Receipt.ACCEPTED);
        assertThat(texts(gate.begun())).containsExactly("another");
    }

    private static void awaitNobodyRuns(Wired wired) {
        while (wired.dispatcher.running() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void drain_stopping_keepsWhatComesForTheNextStart() {
        Wired wired = wire(1, 10);

        assertThat(wired.dispatcher.drain(Duration.ZERO)).isTrue();
        assertThat(wired.ask("a/1", "late")).isEqualTo(Receipt.ACCEPTED);
        assertThat(wired.dispatcher.running()).isZero();
        assertThat(journal.unfinished()).containsExactly(thread("a/1"));
    }

    private static List<String> texts(Claim claim) {
        return claim.entries().stream()
                .map(entry -> ((Inbound.Said) entry.event()).text())
                .toList();
    }

    private static ThreadId thread(String place) {
        return Wired.thread(place);
    }

    private Wired wire(int turns, int backlog) {
        Wired wired = new Wired(journal, gate, new DispatchLimits(turns, backlog));
        dispatchers.add(wired.dispatcher);
        return wired;
    }

    /** A handler that begins turns at once and ends them when it is let. */
    private final class Gate implements TurnHandler {
        final Semaphore permits = new Semaphore(0);
        final BlockingQueue<Claim> begun = new LinkedBlockingQueue<>();
        final Map<ThreadId, Integer> failures = new ConcurrentHashMap<>();
        final Map<ThreadId, Integer> postponements = new ConcurrentHashMap<>();

        /** Turns whose time has not come, once. */
        final Map<ThreadId, Duration> pauses = new ConcurrentHashMap<>();

        final Map<ThreadId, Integer> current = new ConcurrentHashMap<>();
        final Map<ThreadId, Integer> most = new ConcurrentHashMap<>();

        @Override
        public TurnEnd run(Claim claim) {
            int now = current.merge(claim.thread(), 1, Integer::sum);
            most.merge(claim.thread(), now, Math::max);
            begun.add(claim);
            if (failures.merge(claim.thread(), -1, Integer::sum) >= 0) {
                current.merge(claim.thread(), -1, Integer::sum);
                throw new IllegalStateException("the store is away");
            }
            if (postponements.merge(claim.thread(), -1, Integer::sum) >= 0) {
                current.merge(claim.thread(), -1, Integer::sum);
                return new TurnEnd.Postponed("no route to host");
            }
            permits.acquireUninterruptibly();
            Duration pause = pauses.remove(claim.thread());
            if (pause != null) {
                current.merge(claim.thread(), -1, Integer::sum);
                return new TurnEnd.Later(pause);
            }
            journal.settle(claim.entries(), EntryState.DELIVERED);
            current.merge(claim.thread(), -1, Integer::sum);
            return new TurnEnd.Settled();
        }

        @Override
        public void amend(JournalEntry amendment) {
            throw new IllegalStateException("none here");
        }

        Claim begun() throws InterruptedException {
            Claim claim = begun.poll(20, TimeUnit.SECONDS);
            assertThat(claim).as("a turn that begins").isNotNull();
            return claim;
        }

        void letOneEnd() {
            permits.release();
        }
    }
}
