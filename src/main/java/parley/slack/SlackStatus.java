package parley.slack;

import com.slack.api.methods.response.asssistant.threads.AssistantThreadsSetStatusResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Excerpt;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Shows beside a thread what the bot is doing, at once and as well as it goes: what Slack refuses
 * is logged once and otherwise left. Safe for use by many threads; nothing but the calls in threads
 * of their own waits.
 */
final class SlackStatus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackStatus.class);

    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private static final int LONGEST_STATUS = 100;

    private final SlackApi api;
    private final StatusBoard board;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private boolean begun;
    private boolean closed;

    SlackStatus(SlackApi api, Ticker ticker) {
        this.api = api;
        this.board = new StatusBoard(ticker);
    }

    /** Slack writes the bot's name before the words. */
    void show(ThreadId thread, String words) {
        show(thread, words, false);
    }

    /**
     * @param running whether the answer is being written
     */
    void show(ThreadId thread, String words, boolean running) {
        change(() -> board.want(thread, sentence(words), running));
    }

    /** The same where nothing else is shown. */
    void showAtFirst(ThreadId thread, String words) {
        change(() -> board.wantAtFirst(thread, sentence(words)));
    }

    void clear(ThreadId thread) {
        change(() -> board.want(thread, ""));
    }

    /** A message was posted there: Slack has taken the status away by itself. */
    void posted(ThreadId thread) {
        change(() -> board.posted(thread));
    }

    private static String sentence(String words) {
        String plain = Excerpt.of(words.strip(), LONGEST_STATUS);
        return plain.equalsIgnoreCase("thinking") ? "is thinking…" : "is waiting: " + plain + "…";
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            change.run();
            changed.signalAll();
            if (!begun) {
                begun = true;
                Thread.ofVirtual().name("slack status").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                switch (board.next()) {
                    case StatusBoard.Decision.Call(ThreadId thread, String status) ->
                            Thread.ofVirtual()
                                    .name("slack status " + thread)
                                    .start(() -> set(thread, status));
                    case StatusBoard.Decision.Wait(long nanos) ->
                            changed.awaitNanos(Math.min(nanos, LONGEST_WAIT));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void set(ThreadId thread, String status) {
        Outcome<AssistantThreadsSetStatusResponse> outcome =
                new Outcome.Lost<>("the call was not made");
        try {
            outcome =
                    api.call(methods ->
                            methods.assistantThreadsSetStatus(request ->
                                    request.channelId(thread.channel().value())
                                            .threadTs(thread.root())
                                            .status(status)));
        } finally {
            land(thread, outcome);
        }
    }

    private void land(ThreadId thread, Outcome<AssistantThreadsSetStatusResponse> outcome) {
        change(() -> {
            board.landed(thread);
            if (outcome instanceof Outcome.Limited<AssistantThreadsSetStatusResponse>(var pause)) {
                board.rest(pause);
            }
        });
        switch (outcome) {
            case Outcome.Done<AssistantThreadsSetStatusResponse> _ -> {}
            case Outcome.Refused<AssistantThreadsSetStatusResponse>(String error) -> log(error);
            case Outcome.Limited<AssistantThreadsSetStatusResponse> _ -> log("too many");
            case Outcome.Lost<AssistantThreadsSetStatusResponse>(String reason) -> log(reason);
        }
    }

    private void log(String why) {
        if (logged.add(why)) {
            LOG.info("Slack does not show a status: {}; further such are not logged", why);
        }
    }

    /** Shows nothing from now on. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
