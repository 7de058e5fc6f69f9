package parley.responder;

import java.time.Duration;
import java.util.OptionalLong;
import parley.chat.Ticker;

/**
 * How long the newest message of an answer has been growing. Not thread-safe: its owner guards it.
 */
final class PageAge {
    private final Ticker ticker;
    private final Duration most;
    private int pages;
    private OptionalLong since = OptionalLong.empty();

    /**
     * @param most how long a message may grow
     */
    PageAge(Ticker ticker, Duration most) {
        this.ticker = ticker;
        this.most = most;
    }

    /** The thread shows so many messages of the answer. */
    void shown(int count) {
        if (count != pages) {
            pages = count;
            since = OptionalLong.of(ticker.nanos());
        }
    }

    /** A new message begins. */
    void turned() {
        since = OptionalLong.empty();
    }

    /** Whether the newest message has grown for long enough. */
    boolean isOver() {
        return since.isPresent()
                && Duration.ofNanos(ticker.nanos() - since.getAsLong()).compareTo(most) >= 0;
    }
}
