package parley.adapter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.SendResult;
import parley.chat.Ticker;
import parley.chat.Untold;

/**
 * Tells people that their questions are not going to be answered, in few sentences however many
 * there are. That they are not told yet is in the store until the platform took the word: where it
 * did not in passing, or where the program ends before, they are told later, within an hour.
 * Returns at once. Safe for use by many threads.
 */
public final class Refusals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Later than that, people have long asked again or looked elsewhere. */
    static final Duration FRESH = Duration.ofHours(1);

    private static final SendResult.Rejected LAPSED =
            new SendResult.Rejected("it was too long ago");

    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final Function<Inbound.Said, String> listeners;
    private final Function<Inbound.Said, SendResult> alone;
    private final Noticeboard together;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Errands errands = new Errands();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ending = lock.newCondition();
    private final RefusalBook book;
    private volatile Inbox store = _ -> Receipt.IGNORED;
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
            Function<Inbound.Said, SendResult> alone,
            Noticeboard together,
            Ticker ticker,
            InstantSource clock) {
        this.listeners = listeners;
        this.alone = alone;
        this.together = together;
        this.ticker = ticker;
        this.clock = clock;
        this.book = new RefusalBook(ticker);
    }

    /**
     * Tells what earlier runs left untold. Called once, before anything is refused.
     *
     * @param inbox knows what is not told yet, and is told what is
     */
    public void takeUp(Inbox inbox, Platform platform) {
        store = inbox;
        try {
            inbox.untold(platform).forEach(this::takeUp);
        } catch (RuntimeException e) {
            LOG.error("Who has not been told yet of refused questions could not be read", e);
        }
    }

    private void takeUp(Untold untold) {
        Duration age = Duration.between(untold.newest(), clock.instant());
        if (age.compareTo(FRESH) > 0) {
            hopeless(untold.channel(), untold.why(), untold.questions(), LAPSED.reason());
        } else {
            tellLater(() -> book.left(untold, age));
        }
    }

    /** There was no room for the question. */
    public void refused(Inbound.Said question) {
        lock.lock();
        try {
            if (!closed && book.refused(question, listeners.apply(question))) {
                errands.run("refusal", () -> say(question));
            }
            begin();
        } finally {
            lock.unlock();
        }
    }

    /** The question was found belatedly, and there are too many. */
    public void passedOver(Inbound.Said question) {
        tellLater(() -> book.later(question, Untold.Why.AWAY));
    }

    private void tellLater(Runnable note) {
        lock.lock();
        try {
            note.run();
            begin();
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        if (!closed && !running && !book.isEmpty()) {
            running = true;
            Thread.ofVirtual().name("refusals").start(this::run);
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

    /** What is not taken in passing is told of with others. */
    private void say(Inbound.Said question) {
        ended(
                alone.apply(question),
                question.thread().channel(),
                Untold.Why.BUSY,
                1,
                _ -> book.later(question, Untold.Why.BUSY));
    }

    private void say(RefusalBook.Word word) {
        SendResult result = together.post(notice(word));
        boolean late = ticker.nanos() - word.newest() > FRESH.toNanos();
        ended(
                late && !(result instanceof SendResult.Sent) ? LAPSED : result,
                word.channel(),
                word.why(),
                word.questions(),
                pause -> book.again(word, pause));
    }

    private void ended(
            SendResult result,
            ChannelId channel,
            Untold.Why why,
            int questions,
            Consumer<Duration> again) {
        switch (result) {
            case SendResult.Sent _ -> told(channel, why, questions);
            case SendResult.Rejected(String reason, var _) ->
                    hopeless(channel, why, questions, reason);
            case SendResult.RateLimited(Duration pause, Optional<String> scope) ->
                    tellLater(() -> {
                        if (scope.isEmpty()) {
                            book.rest(pause);
                        }
                        again.accept(pause);
                    });
            case SendResult.Unreachable _ -> tellLater(() -> again.accept(Duration.ZERO));
        }
    }

    private static Notice notice(RefusalBook.Word word) {
        return new Notice(
                word.channel(),
                word.thread(),
                word.key(),
                RefusalWords.of(word.why(), word.questions()),
                List.of());
    }

    private void hopeless(ChannelId channel, Untold.Why why, int questions, String reason) {
        LOG.warn("{} is not told of {} refused questions: {}", channel, questions, reason);
        told(channel, why, questions);
    }

    private void told(ChannelId channel, Untold.Why why, int questions) {
        try {
            store.told(channel, why, questions);
        } catch (RuntimeException e) {
            LOG.warn("{} may be told again of refused questions: {}", channel, e.toString());
        }
    }

    /** Tells nobody anything from now on; the next start does. */
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
