package parley.responder;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChatAdapter;
import parley.chat.Reference;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;

/**
 * What the bot is doing, beside the thread where the platform can. Safe for use by many threads.
 */
final class StatusLine {
    private static final Logger LOG = LoggerFactory.getLogger(StatusLine.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Optional<StatusIndicator> indicator;
    private final ThreadId thread;
    private final Reference turn;

    /** What waited may have a status of that. */
    private boolean shown = true;

    private boolean over;

    StatusLine(ChatAdapter adapter, ThreadId thread, Reference turn) {
        this.indicator =
                adapter instanceof StatusIndicator able ? Optional.of(able) : Optional.empty();
        this.thread = thread;
        this.turn = turn;
    }

    void show(String words) {
        lock.lock();
        try {
            if (!over) {
                shown = true;
                indicator.ifPresent(status ->
                        attempt(() -> status.showStatus(thread, words, Optional.of(turn))));
            }
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            if (shown) {
                shown = false;
                indicator.ifPresent(status -> attempt(() -> status.clearStatus(thread)));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Clears it; nothing is shown from now on. */
    void end() {
        lock.lock();
        try {
            over = true;
            clear();
        } finally {
            lock.unlock();
        }
    }

    /** Shows that, and takes nothing away any more. */
    void leave(String words) {
        lock.lock();
        try {
            show(words);
            over = true;
            shown = false;
        } finally {
            lock.unlock();
        }
    }

    private void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("The status beside {} could not be changed", thread, e);
        }
    }
}
