package parley.privacy;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Author;
import parley.chat.Platform;
import parley.chat.ThreadId;

/**
 * Carries out wishes to be forgotten: remembered durably, then erased, again and again until
 * nothing is left, also across restarts. Safe for use by many threads, one at a time.
 */
public final class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    /** Each pass but the first erases only what came in during the one before. */
    private static final int MOST_PASSES = 10;

    private final Erasures erasures;
    private final Erasure erasure;
    private final LiveAnswers answers;
    private final Runnable gone;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean gapsLeft;

    /**
     * @param gone told after something was erased, so that no page goes on showing it
     */
    public Forgetting(
            Erasures erasures,
            Erasure erasure,
            LiveAnswers answers,
            Runnable gone,
            InstantSource clock) {
        this.erasures = erasures;
        this.erasure = erasure;
        this.answers = answers;
        this.gone = gone;
        this.clock = clock;
    }

    /**
     * What came of a wish.
     *
     * @param complete false while an answer under way is still to be erased, within minutes
     */
    public record Outcome(Erased erased, boolean complete) {}

    /** Erases all that the person said up to now; blocks until it is gone. */
    public Outcome person(Platform platform, Author who) {
        var person = new Subject.Person(platform, who.id());
        ErasureRequest request = erasures.add(person, clock.instant());
        return carryOut(request, person, Set.of(who.name()));
    }

    /**
     * Removes the thread; blocks until it is gone. Empty, and nothing is done, while something in
     * it waits or is being answered: an answer that lost its rows under way could not be stored.
     */
    public Optional<Outcome> thread(ThreadId thread) {
        return erasures.add(new Subject.Conversation(thread), clock.instant()).map(this::remove);
    }

    /** Whether all in that thread was said to the bot alone, by that person. */
    public boolean isPrivate(ThreadId thread, Author person) {
        return erasure.isPrivate(thread, person.id());
    }

    private Outcome carryOut(ErasureRequest request) {
        return switch (request.subject()) {
            case Subject.Person person -> carryOut(request, person, Set.of());
            case Subject.Conversation _ -> remove(request);
        };
    }

    private Outcome carryOut(ErasureRequest request, Subject.Person person, Set<String> names) {
        lock.lock();
        try {
            Outcome outcome = erase(request, person, names);
            if (outcome.complete()) {
                erasures.done(request, clock.instant());
            }
            return overwritten(outcome);
        } finally {
            lock.unlock();
        }
    }

    /** Complete when nothing was under way before a pass that found nothing. */
    private Outcome erase(ErasureRequest request, Subject.Person person, Set<String> names) {
        Erased all = Erased.NOTHING;
        for (int pass = 1; pass <= MOST_PASSES; pass++) {
            Erasure.UnderWay underWay = erasure.underWay(person, request.upTo());
            Erased erased = erasure.person(person, request.upTo(), names);
            all = all.plus(erased);
            underWay.theirs().forEach(answers::stop);
            boolean still = !underWay.theirs().isEmpty();
            if (!erased.isNothing()) {
                underWay.others().forEach(answers::restart);
            }
            if (still || erased.isNothing()) {
                return new Outcome(all, !still);
            }
        }
        return new Outcome(all, false);
    }

    private Outcome remove(ErasureRequest request) {
        lock.lock();
        try {
            Outcome outcome = new Outcome(erasure.conversation(request), true);
            if (erasure.bareIds(request, clock.instant())) {
                erasures.done(request, clock.instant());
            }
            return overwritten(outcome);
        } finally {
            lock.unlock();
        }
    }

    private Outcome overwritten(Outcome outcome) {
        if (!outcome.erased().isNothing()) {
            gone.run();
            gapsLeft = true;
        }
        overwriteGaps();
        return outcome;
    }

    private void overwriteGaps() {
        if (gapsLeft) {
            gapsLeft = !erasure.overwriteGaps();
        }
    }

    /** Goes on with what was begun, and with answers that were under way; cheap with none. */
    public void finish() {
        for (ErasureRequest request : erasures.open()) {
            Erased erased = carryOut(request).erased();
            if (!erased.isNothing()) {
                LOG.info("Erased {} of an earlier wish to be forgotten", erased.words());
            }
        }
        overwriteGaps();
    }

    /**
     * Erases again what those who were forgotten had said before, and what came in since: read
     * where it still stood on its platform.
     */
    void repeat() {
        for (ErasureRequest request : erasures.people()) {
            Erased erased = carryOut(request).erased();
            if (!erased.isNothing()) {
                LOG.info("Erased {} that had come in again", erased.words());
            }
        }
    }
}
