package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.contract.Events;
import parley.conversation.Tries.Hope;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.inbox.TurnEnd;
import parley.store.Database;
import parley.store.SqlJournal;

/** Which tries count, and when a turn is given up. */
final class TriesTest {
    private static final TurnEnd SETTLED = new TurnEnd.Settled();

    @TempDir Path folder;
    private Database database;
    private SqlJournal journal;
    private Instant now = Events.NOON.plus(Duration.ofHours(1));
    private final List<Hope> hopes = new ArrayList<>();
    private final List<ThreadId> signs = new ArrayList<>();

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
        journal = new SqlJournal(database, InstantSource.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void run_endsInAnyWay_countsNothing() {
        received("m1");
        TurnEnd _ = run(new TurnEnd.Postponed("away"));
        TurnEnd _ = run(new TurnEnd.Later(Duration.ofHours(1)));
        assertThatThrownBy(() ->
                        tries().run(
                                        claim(),
                                        (_, _, _) -> {
                                            throw new IllegalStateException("the store failed");
                                        }))
                .hasMessageContaining("the store failed");

        assertThat(claim().entries()).extracting(JournalEntry::tries).containsExactly(0);
    }

    @Test
    void run_afterManyCrashes_isOnlyToBeEnded() {
        received("m1");
        for (int crash = 1; crash <= Tries.MOST + 4; crash++) {
            crash();
        }

        assertThat(hopes.subList(0, Tries.MOST)).containsOnly(Hope.ANSWER);
        assertThat(hopes.subList(Tries.MOST, Tries.MOST + 4))
                .containsExactly(Hope.WORD, Hope.WORD, Hope.WORD, Hope.NONE);
    }

    @Test
    void run_manyCrashesWithinMinutes_isStillTried() {
        now = Events.NOON.plusSeconds(299);
        received("m1");
        for (int crash = 1; crash <= 2 * Tries.MOST; crash++) {
            crash();
        }

        assertThat(hopes).containsOnly(Hope.ANSWER);
    }

    /** However often it crashed while it was young: somebody waits for the word. */
    @Test
    void run_manyCrashesWithinMinutesAndThenAnother_isStillToBeEndedWithAWord() {
        now = Events.NOON.plusSeconds(10);
        received("m1");
        for (int crash = 1; crash <= 2 * Tries.MOST; crash++) {
            crash();
        }
        now = Events.NOON.plusSeconds(301);
        for (int crash = 1; crash <= 4; crash++) {
            crash();
        }

        assertThat(hopes.subList(2 * Tries.MOST, 2 * Tries.MOST + 4))
                .containsExactly(Hope.WORD, Hope.WORD, Hope.WORD, Hope.NONE);
    }

    @Test
    void run_twoThatLivedThroughCrashes_runOneAfterTheOther() {
        now = Events.NOON.plusSeconds(60);
        received("m1");
        crash();
        crash();
        Tries tries = tries();
        List<TurnEnd> second = new ArrayList<>();
        TurnEnd first =
                tries.run(
                        claim(),
                        (_, _, _) -> {
                            Thread beside =
                                    Thread.ofVirtual()
                                            .start(() ->
                                                    second.add(
                                                            tries.run(
                                                                    claim(),
                                                                    (_, _, _) -> SETTLED)));
                            join(beside);
                            return SETTLED;
                        });

        assertThat(first).isEqualTo(SETTLED);
        assertThat(second).hasOnlyElementsOfType(TurnEnd.Later.class).hasSize(1);
        assertThat(signs).containsExactly(Events.THREAD);
    }

    /** As long as the platform of the first takes, nobody has to wait. */
    @Test
    void run_twoThatLivedThroughCrashes_theSecondRunsWhenTheFirstIsStored() {
        now = Events.NOON.plusSeconds(60);
        received("m1");
        crash();
        crash();
        Tries tries = tries();
        List<TurnEnd> ends = new ArrayList<>();
        ends.add(
                tries.run(
                        claim(),
                        (mine, _, stored) -> {
                            stored.run();
                            join(
                                    Thread.ofVirtual()
                                            .start(() ->
                                                    ends.add(
                                                            tries.run(
                                                                    mine, (_, _, _) -> SETTLED))));
                            return SETTLED;
                        }));

        assertThat(ends).containsExactly(SETTLED, SETTLED);
        assertThat(signs).isEmpty();
    }

    /** Only to show an answer is left, which may take long. */
    @Test
    void run_storedAnswers_doNotWaitForEachOther() {
        now = Events.NOON.plusSeconds(60);
        received("m1");
        crash();
        crash();
        Tries tries = tries();
        List<TurnEnd> ends = new ArrayList<>();
        Claim answered = new Claim(Events.THREAD, EntryState.ANSWERED, claim().entries());
        ends.add(
                tries.run(
                        answered,
                        (mine, _, _) -> {
                            join(
                                    Thread.ofVirtual()
                                            .start(() ->
                                                    ends.add(
                                                            tries.run(
                                                                    mine, (_, _, _) -> SETTLED))));
                            return SETTLED;
                        }));

        assertThat(ends).containsExactly(SETTLED, SETTLED);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void run_othersInTheClaim_areSpared() {
        JournalEntry poison = received("m1");
        for (int crash = 1; crash <= Tries.MOST; crash++) {
            crash();
        }
        received("m2");
        List<List<JournalEntry>> claims = new ArrayList<>();
        TurnEnd _ =
                tries().run(
                                claim(),
                                (mine, _, _) -> {
                                    claims.add(mine.entries());
                                    journal.settle(mine.entries(), EntryState.FAILED);
                                    return SETTLED;
                                });

        assertThat(claims.getFirst()).extracting(JournalEntry::id).containsExactly(poison.id());
        assertThat(claim().entries()).extracting(JournalEntry::tries).containsExactly(0);
    }

    /** As if the process had ended in the middle of the try. */
    private void crash() {
        assertThatThrownBy(() ->
                        tries().run(
                                        claim(),
                                        (_, hope, _) -> {
                                            hopes.add(hope);
                                            throw new OutOfMemoryError("for a test");
                                        }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private TurnEnd run(TurnEnd end) {
        return tries().run(claim(), (_, _, _) -> end);
    }

    private Tries tries() {
        return new Tries(journal, () -> now, signs::add);
    }

    private JournalEntry received(String message) {
        Inbound question = Events.mention(message, "What is " + message + "?");
        return journal.append(question, EntryState.RECEIVED).orElseThrow();
    }

    private Claim claim() {
        return journal.next(Events.THREAD).orElseThrow();
    }
}
