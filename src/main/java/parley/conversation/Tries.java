package parley.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ThreadId;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;
import parley.inbox.TurnEnd;

/**
 * Bounds how often a turn is tried that ends the process. Each try is counted durably before
 * anything comes of it, and taken back when it can go on later; so what is counted are crashes, and
 * turns that break. A turn that lived through two is answered alone from then on, lest those beside
 * it be taken for the culprit; who waits for that is told. Safe for use by many threads.
 */
final class Tries {
    private static final Logger LOG = LoggerFactory.getLogger(Tries.class);

    /**
     * So many crashes in its tries end a turn. A process that its turn kills is started again by
     * the dozen within {@link #LEAST_AGE}; one that is killed from outside lets some try through.
     */
    static final int MOST = 12;

    /** So many more, in saying so, leave it at that. */
    private static final int MOST_WORDS = 3;

    private static final int SUSPECT = 2;

    /** A process may be killed from outside many times in a row; not for so long. */
    private static final Duration LEAST_AGE = Duration.ofMinutes(5);

    /** A suspect that must wait for another gives its slot back meanwhile. */
    private static final TurnEnd WAIT = new TurnEnd.Later(Duration.ofMillis(500));

    private final Journal journal;
    private final InstantSource clock;
    private final Consumer<ThreadId> sign;
    private final ReentrantLock alone = new ReentrantLock();

    /**
     * @param sign called with a thread whose turn waits for another, again and again while it does
     */
    Tries(Journal journal, InstantSource clock, Consumer<ThreadId> sign) {
        this.journal = journal;
        this.clock = clock;
        this.sign = sign;
    }

    /** What is still to be tried. */
    enum Hope {
        /** To answer. */
        ANSWER,
        /** To say that there is no answer. */
        WORD,
        /** Nothing: even that ended the process each time. */
        NONE
    }

    /** A turn over a claim, as far as there is hope. */
    @FunctionalInterface
    interface Run {
        /**
         * @param stored to be called in the same thread when nothing is left but to show the answer
         */
        TurnEnd of(Claim claim, Hope hope, Runnable stored);
    }

    /**
     * Runs it. Of a claim with entries for which there is less hope than for others only these are
     * taken.
     *
     * @throws RuntimeException when the turn does, or the store fails
     */
    TurnEnd run(Claim claim, Run turn) {
        Hope least =
                claim.entries().stream()
                        .map(this::hope)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return least == Hope.ANSWER ? alone(claim, turn) : giveUp(claim, least, turn);
    }

    private Hope hope(JournalEntry entry) {
        boolean old = entry.event().at().plus(LEAST_AGE).isBefore(clock.instant());
        if (entry.tries() < MOST || !old) {
            return Hope.ANSWER;
        }
        return entry.tries() < MOST + MOST_WORDS ? Hope.WORD : Hope.NONE;
    }

    private TurnEnd giveUp(Claim claim, Hope hope, Run turn) {
        List<JournalEntry> worn =
                claim.entries().stream().filter(entry -> hope(entry) == hope).toList();
        LOG.error(
                "Giving up {} questions in {}: each try to answer them ended the process{}",
                worn.size(),
                claim.thread(),
                hope == Hope.NONE ? ", and so did saying so" : "");
        return counted(new Claim(claim.thread(), claim.state(), worn), hope, turn);
    }

    private TurnEnd alone(Claim claim, Run turn) {
        if (!isSuspect(claim)) {
            return counted(claim, Hope.ANSWER, turn);
        }
        if (!alone.tryLock()) {
            sign.accept(claim.thread());
            return WAIT;
        }
        try {
            return counted(claim, Hope.ANSWER, turn);
        } finally {
            letGo();
        }
    }

    /** To show a stored answer takes as long as its platform does: nobody need wait for that. */
    private void letGo() {
        if (alone.isHeldByCurrentThread()) {
            alone.unlock();
        }
    }

    /** A stored answer is only to be shown. */
    private static boolean isSuspect(Claim claim) {
        return claim.state() != EntryState.ANSWERED
                && claim.entries().stream().anyMatch(entry -> entry.tries() >= SUSPECT);
    }

    private TurnEnd counted(Claim claim, Hope hope, Run turn) {
        List<JournalEntry> counting = counting(claim, hope);
        journal.tried(counting);
        TurnEnd end;
        try {
            end = turn.of(claim, hope, this::letGo);
        } catch (RuntimeException e) {
            spare(counting);
            throw e;
        }
        switch (end) {
            case TurnEnd.Postponed _, TurnEnd.Later _ -> spare(counting);
            case TurnEnd.Settled _, TurnEnd.Broken _ -> {}
        }
        return end;
    }

    /**
     * However often one has been tried that is young still, as many tries are left for the word.
     */
    private static List<JournalEntry> counting(Claim claim, Hope hope) {
        return claim.entries().stream()
                .filter(entry -> hope != Hope.ANSWER || entry.tries() < MOST)
                .toList();
    }

    /** The store may have failed already: then one try too many is counted. */
    private void spare(List<JournalEntry> entries) {
        try {
            journal.spare(entries);
        } catch (RuntimeException e) {
            LOG.warn("A try that came to an end stays counted: {}", e.toString());
        }
    }
}
