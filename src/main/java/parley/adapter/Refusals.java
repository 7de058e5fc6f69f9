package parley.adapter;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Inbound;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.SendResult;
import parley.chat.Ticker;

/**
 * Tells people that their questions are not going to be answered because too many wait, in few
 * sentences however many there are. Best effort; returns at once. Safe for use by many threads.
 */
public final class Refusals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** What each question that is told of alone is answered. */
    public static final String WORDS =
            "Too many questions are waiting just now. Ask again in a minute.";

    private static final String ONE_MORE =
            "One more question here was not taken, because too many are waiting. Ask it again in a"
                    + " minute.";
    private static final String MORE =
            "%d more questions here were not taken, because too many are waiting. Ask them again in"
                    + " a minute.";

    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final Function<Inbound.Said, String> listeners;
    private final Consumer<Inbound.Said> alone;
    private final Noticeboard together;
    private final Ticker ticker;
    private final Errands errands = new Errands();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ending = lock.newCondition();
    private final RefusalBook book;
    private boolean running;
    private boolean closed;

    /**
     * @param listeners who reads what is told of that question: those who heard it lately are told
     *     of others together
     * @param alone tells of one question, and blocks
     * @param together where the others are told of
     */
    public Refusals(
            Function<Inbound.Said, String> listeners,
            Consumer<Inbound.Said> alone,
            Noticeboard together,
            Ticker ticker) {
        this.listeners = listeners;
        this.alone = alone;
        this.together = together;
        this.ticker = ticker;
        this.book = new RefusalBook(ticker);
    }

    public void refused(Inbound.Said question) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (book.refused(question, listeners.apply(question))) {
                errands.run("refusal", () -> alone.accept(question));
            } else if (!running && !book.isEmpty()) {
                running = true;
                Thread.ofVirtual().name("refusals").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed && !book.isEmpty()) {
                switch (book.next()) {
                    case RefusalBook.Decision.Say(RefusalBook.Word word) ->
                            errands.run("refusals", () -> say(word));
                    case RefusalBook.Decision.Wait(long nanos) ->
                            ending.awaitNanos(Math.min(nanos, LONGEST_WAIT));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            lock.unlock();
        }
    }

    private void say(RefusalBook.Word word) {
        SendResult result =
                together.post(
                        new Notice(
                                word.channel(),
                                word.thread(),
                                "busy." + Long.toString(ticker.nanos(), 36),
                                words(word.questions()),
                                List.of()));
        if (!(result instanceof SendResult.Sent)) {
            LOG.warn(
                    "{} could not be told that questions were refused: {}", word.channel(), result);
        }
    }

    private static String words(int questions) {
        return questions == 1 ? ONE_MORE : MORE.formatted(questions);
    }

    /** Tells nobody anything from now on. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ending.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
