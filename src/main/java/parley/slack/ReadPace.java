package parley.slack;

import java.time.Duration;
import parley.chat.Ticker;

/**
 * How fast one method of Slack's that reads may be called when nobody waits for it: so that the
 * answers, which call it too, keep most of what Slack grants. For one thread.
 */
final class ReadPace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** One a minute, and clocks differ. */
    private static final Duration SCARCE = Duration.ofSeconds(61);

    /** Nobody who is granted more is refused this early. */
    private static final int FEW = 3;

    /** What apps get at a time that may read once a minute only. */
    private static final int SCARCE_PAGE = 15;

    /** Slack may give fewer than it has, and refuse a call that others used up: but not twice. */
    private static final int SIGNS = 2;

    private final CallBudget budget;
    private final Ticker ticker;
    private int signs;
    private int calls;
    private long notBefore;

    /**
     * @param calls in any minute
     */
    ReadPace(int calls, Ticker ticker) {
        this.budget = new CallBudget(calls, MINUTE);
        this.ticker = ticker;
        notBefore = ticker.nanos();
    }

    /** How long to wait before the next call. */
    Duration pause() {
        long now = ticker.nanos();
        return Duration.ofNanos(Math.max(budget.nanosUntil(now), Math.max(0, notBefore - now)));
    }

    void begins() {
        budget.take();
    }

    void ends() {
        long now = ticker.nanos();
        budget.landed(now);
        calls++;
        if (isScarce()) {
            notBefore = now + SCARCE.toNanos();
        }
    }

    private boolean isScarce() {
        return signs >= SIGNS;
    }

    /** Slack refused a call because there were too many. */
    void refused() {
        if (calls <= FEW) {
            sign();
        } else if (!isScarce()) {
            signs = 0;
        }
        calls = 0;
    }

    /**
     * Slack gave a page of so many.
     *
     * @param more whether there are further ones
     */
    void read(int items, boolean more) {
        if (items > SCARCE_PAGE) {
            signs = 0;
            notBefore = ticker.nanos();
        } else if (more) {
            sign();
        }
    }

    /**
     * The app may be one that may call once a minute, and gets 15 messages each time.
     *
     * @see <a
     *     href="https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps">Rate
     *     limit changes</a>
     */
    private void sign() {
        signs++;
        if (isScarce()) {
            notBefore = Math.max(notBefore, ticker.nanos() + SCARCE.toNanos());
        }
    }
}
