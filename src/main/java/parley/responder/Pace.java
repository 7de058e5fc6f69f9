package parley.responder;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import parley.chat.Ticker;

/**
 * When one reply may write again, apart from the platform's budgets: a small distance between edits
 * that grows with the text, because platforms draw the whole message each time, and growing pauses
 * while the platform cannot be reached. Adds up how long a finished answer was kept by that: what
 * the tries took and the pauses between them, but not the waiting for a budget. Never sleeps; not
 * thread-safe.
 */
final class Pace {
    private static final long SHORTEST_DISTANCE = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long LONGEST_DISTANCE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long DISTANCE_PER_CHARACTER = TimeUnit.MICROSECONDS.toNanos(10);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final Ticker ticker;
    private long wroteAt;
    private long pausedAt;
    private long pause;
    private long nextPause = FIRST_PAUSE;
    private long patience = Long.MAX_VALUE;
    private long lost;
    private boolean muted;

    Pace(Ticker ticker) {
        this.ticker = ticker;
        this.wroteAt = ticker.nanos() - LONGEST_DISTANCE;
    }

    /**
     * Nanoseconds until the reply may write; 0 for at once.
     *
     * @param length of the text so far
     */
    long nanosUntil(Urgency urgency, int length) {
        if (muted && urgency != Urgency.FINAL) {
            return Long.MAX_VALUE;
        }
        long now = ticker.nanos();
        long paused = pause == 0 ? 0 : Math.max(0, pausedAt + pause - now);
        long distance = urgency == Urgency.MIDDLE ? wroteAt + distance(length) - now : 0;
        return Math.max(paused, distance);
    }

    private static long distance(int length) {
        return Math.min(LONGEST_DISTANCE, SHORTEST_DISTANCE + length * DISTANCE_PER_CHARACTER);
    }

    void writes() {
        wroteAt = ticker.nanos();
    }

    /**
     * The answer is finished: it gets all its chances, whatever happened before, and so much time
     * for trying while nothing arrives.
     */
    void lastLap(Duration atMost) {
        arrived();
        patience = atMost.toNanos();
    }

    /** The platform was reached: nothing keeps the next write. */
    void arrived() {
        pause = 0;
        nextPause = FIRST_PAUSE;
        lost = 0;
    }

    /** A step failed: half a second's pause, then twice as long each time, up to 30 s. */
    void failed() {
        pausedAt = ticker.nanos();
        pause = nextPause;
        nextPause = Math.min(LONGEST_PAUSE, 2 * nextPause);
    }

    /** A write did not arrive: a pause as for {@link #failed}, ending with the patience. */
    void unreachable() {
        lost += ticker.nanos() - wroteAt;
        failed();
        pause = Math.clamp(patience - lost, 0, pause);
        lost += pause;
    }

    /** Whether the patience was over before the last write ended. */
    boolean isExhausted() {
        return lost >= patience && pause == 0;
    }

    /** The platform refuses what is written: nothing more before the finished answer. */
    void mute() {
        muted = true;
    }
}
