package parley.responder;

import java.util.concurrent.TimeUnit;
import parley.chat.Ticker;

/**
 * When one reply may write again, apart from the platform's budgets: a small distance between edits
 * that grows with the text, because platforms draw the whole message each time, and growing pauses
 * while the platform cannot be reached. Never sleeps; not thread-safe.
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

    /** A write arrived: nothing keeps the next one. */
    void arrived() {
        pause = 0;
        nextPause = FIRST_PAUSE;
    }

    /** A write did not arrive: half a second's pause, then twice as long each time, up to 30 s. */
    void failed() {
        pausedAt = ticker.nanos();
        pause = nextPause;
        nextPause = Math.min(LONGEST_PAUSE, 2 * nextPause);
    }

    /** The platform refuses what is written: nothing more before the finished answer. */
    void mute() {
        muted = true;
    }
}
