package parley.responder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import parley.chat.Ticker;

/**
 * What is to be shown of one answer, between the thread that writes the text and the thread that
 * writes to the platform. Safe for use by many threads; nothing but waiting blocks.
 */
final class Manuscript {
    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Condition turned = lock.newCondition();
    private final Ticker ticker;
    private final Byline byline;
    private final GrowingText text;
    private final PageAge page;
    private Optional<ReplyEnd> end = Optional.empty();
    private Optional<List<Wanted>> instead = Optional.empty();
    private Duration patience = Duration.ZERO;
    private Optional<Delivery> outcome = Optional.empty();
    private OptionalLong begunAt = OptionalLong.empty();
    private long endedAt;
    private long version;
    private long edition;
    private boolean firstShown;
    private volatile int length;
    private volatile int shown;

    /**
     * @param growth how long a message may grow before the next one begins
     */
    Manuscript(Byline byline, GrowingText text, Duration growth, Ticker ticker) {
        this.byline = byline;
        this.text = text;
        this.page = new PageAge(ticker, growth);
        this.ticker = ticker;
    }

    /**
     * What the thread should show at one moment.
     *
     * @param version rises with every change
     * @param edition rises with every restart
     */
    record View(
            List<Wanted> messages, boolean ending, Urgency urgency, long version, long edition) {}

    void append(String more) {
        guarded(() -> {
            if (end.isEmpty() && !more.isEmpty()) {
                begunAt = OptionalLong.of(begunAt.orElseGet(ticker::nanos));
                text.append(more);
                if (page.isOver() && text.turnPage()) {
                    page.turned();
                }
                changed();
            }
            return version;
        });
    }

    void restart() {
        guarded(() -> {
            if (end.isEmpty()) {
                text.clear();
                newEdition();
            }
            return version;
        });
    }

    private void newEdition() {
        edition++;
        firstShown = false;
        shown = 0;
        changed();
    }

    private void changed() {
        length = text.length();
        version++;
        grown.signalAll();
    }

    /**
     * From now on this is the whole answer.
     *
     * @param atMost how long it may be tried while nothing arrives at the platform
     * @throws IllegalStateException when it has ended before
     */
    void end(String whole, ReplyEnd with, Duration atMost) {
        guarded(() -> {
            if (end.isPresent()) {
                throw new IllegalStateException("answer " + byline.turn() + " was finished before");
            }
            text.become(whole);
            end = Optional.of(with);
            patience = atMost;
            endedAt = ticker.nanos();
            changed();
            turned.signalAll();
            return version;
        });
    }

    /**
     * The platform refuses that message of the finished answer: its substitute stands there, and
     * nothing behind it. Only once, lest that be refused for ever as well.
     *
     * @return whether there is something to stand there
     */
    boolean replace(View refused, int part, String reason) {
        return guarded(() -> {
            if (instead.isPresent()) {
                return false;
            }
            List<Wanted> kept = refused.messages().subList(0, part);
            instead =
                    end.flatMap(ReplyEnd::substitute)
                            .map(it -> it.of(reason, !kept.isEmpty()))
                            .map(it -> Wanted.cutOff(byline, kept, it));
            changed();
            return instead.isPresent();
        });
    }

    /** Says how it ended; only the first word counts. */
    void conclude(Delivery delivery) {
        guarded(() -> {
            outcome = outcome.or(() -> Optional.of(delivery));
            grown.signalAll();
            turned.signalAll();
            return version;
        });
    }

    boolean isOver() {
        return guarded(outcome::isPresent);
    }

    boolean isEnding() {
        return guarded(end::isPresent);
    }

    /** The text so far. */
    String text() {
        return guarded(text::toString);
    }

    /** How long the finished answer may be tried while nothing arrives. */
    Duration patience() {
        return guarded(() -> patience);
    }

    /** How many characters the thread does not show yet. */
    int behind() {
        return length - shown;
    }

    int length() {
        return length;
    }

    Urgency urgency() {
        return guarded(this::currentUrgency);
    }

    private Urgency currentUrgency() {
        if (end.isPresent()) {
            return Urgency.FINAL;
        }
        return firstShown ? Urgency.MIDDLE : Urgency.FIRST;
    }

    View view() {
        return guarded(() -> {
            List<Wanted> messages = instead.orElseGet(this::messages);
            return new View(messages, end.isPresent(), currentUrgency(), version, edition);
        });
    }

    private List<Wanted> messages() {
        return end.map(with -> Wanted.finished(byline, text.whole(), with))
                .orElseGet(() -> Wanted.growing(byline, text.draft()));
    }

    boolean isCurrent(View view) {
        return guarded(() -> view.version() == version);
    }

    /**
     * The thread shows the text of that view up to there.
     *
     * @return whether it is the first text since the answer began, or began anew
     */
    boolean reached(View view, int textEnd) {
        return guarded(() -> {
            if (view.edition() != edition) {
                return false;
            }
            boolean first = !firstShown;
            firstShown = true;
            shown = textEnd;
            page.shown(view.messages().size());
            return first;
        });
    }

    /** Nanoseconds since the first text came; empty when none has. */
    OptionalLong age() {
        return guarded(() ->
                begunAt.isPresent()
                        ? OptionalLong.of(ticker.nanos() - begunAt.getAsLong())
                        : OptionalLong.empty());
    }

    /** Nanoseconds since the text was whole. */
    long sinceEnd() {
        return guarded(() -> ticker.nanos() - endedAt);
    }

    /** Waits until something is newer than the view, or the answer is over. */
    void awaitNewer(View view) throws InterruptedException {
        lock.lock();
        try {
            while (view.version() == version && outcome.isEmpty()) {
                grown.awaitNanos(LONGEST_WAIT);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, but not when the answer is over or becomes more urgent than that. */
    void pause(long nanos, Urgency urgency) throws InterruptedException {
        lock.lock();
        try {
            if (outcome.isEmpty() && currentUrgency() == urgency) {
                turned.awaitNanos(Math.min(nanos, LONGEST_WAIT));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is said how it ended. */
    Delivery awaitOutcome() throws InterruptedException {
        lock.lock();
        try {
            while (outcome.isEmpty()) {
                turned.awaitNanos(LONGEST_WAIT);
            }
            return outcome.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T guarded(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
