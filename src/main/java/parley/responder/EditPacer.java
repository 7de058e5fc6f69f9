package parley.responder;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import parley.chat.RateScope;
import parley.chat.Ticker;

/**
 * Counts the writes of one {@link RateScope} and says when the next may go. A permit is held from
 * before a write until the scope's window has passed after the platform answered it, so that
 * however long writes are on their way, no window at the platform holds more than the scope's
 * permits. A share of the permits is kept for finals. Never sleeps; not thread-safe: its owner
 * guards it.
 */
public final class EditPacer {
    /** What {@link #nanosUntil} says while only the end of a write can free a permit. */
    public static final long UNTIL_LANDED = Long.MAX_VALUE;

    private static final int RECOVERY_WINDOWS = 10;
    private static final int RESERVE_SHARE = 5;

    private final Ticker ticker;
    private final Deque<Long> busyUntil = new ArrayDeque<>();
    private RateScope scope;
    private int underWay;
    private boolean pressed;
    private long closedUntil;

    public EditPacer(RateScope scope, Ticker ticker) {
        this.scope = scope;
        this.ticker = ticker;
    }

    /** Goes on with what the platform says of this scope now. */
    public void adopt(RateScope now) {
        scope = now;
    }

    /** Nanoseconds until a write of that urgency may go; 0 for at once. */
    public long nanosUntil(Urgency urgency) {
        return nanosUntil(urgency, 0);
    }

    /**
     * As {@link #nanosUntil(Urgency)}, while so many permits are kept for others who wait.
     *
     * @param kept at least 0
     */
    long nanosUntil(Urgency urgency, int kept) {
        long now = ticker.nanos();
        forgetBefore(now);
        long closed = pressed ? Math.max(0, closedUntil - now) : 0;
        int over = underWay + busyUntil.size() - permits(urgency, kept);
        return over < 0 ? closed : Math.max(closed, nanosUntilFreed(over, now));
    }

    /** What is kept for finals that wait is taken from the share for finals first. */
    private int permits(Urgency urgency, int kept) {
        return Math.min(permits(urgency), scope.permits() - kept);
    }

    /** Nanoseconds for which a permit would be gone if its write began and ended now. */
    long hold() {
        return scope.per().toNanos() + pressure(ticker.nanos());
    }

    private int permits(Urgency urgency) {
        int all = scope.permits();
        if (urgency == Urgency.FINAL || all == 1) {
            return all;
        }
        return all - Math.ceilDiv(all, RESERVE_SHARE);
    }

    private long nanosUntilFreed(int index, long now) {
        if (index >= busyUntil.size()) {
            return UNTIL_LANDED;
        }
        Iterator<Long> oldestFirst = busyUntil.iterator();
        for (int skipped = 0; skipped < index; skipped++) {
            oldestFirst.next();
        }
        return oldestFirst.next() - now;
    }

    private void forgetBefore(long now) {
        while (!busyUntil.isEmpty() && busyUntil.getFirst() - now <= 0) {
            busyUntil.removeFirst();
        }
        if (pressed && now - closedUntil >= scope.per().toNanos() * RECOVERY_WINDOWS) {
            pressed = false;
        }
    }

    /** Takes a permit for a write that begins now; {@link #nanosUntil} must have said 0. */
    public void take() {
        underWay++;
    }

    /** The write that took a permit was answered by the platform, or given up. */
    public void landed() {
        underWay--;
        long now = ticker.nanos();
        long end = now + hold();
        boolean inOrder = busyUntil.isEmpty() || end - busyUntil.getLast() >= 0;
        busyUntil.addLast(inOrder ? end : busyUntil.getLast());
    }

    /** A permit was taken and nothing was written. */
    public void giveBack() {
        underWay--;
    }

    /**
     * The platform says that it was too much: nothing goes for so long, then half as often, and
     * over ten windows as often as before.
     */
    public void coolOff(Duration retryAfter) {
        long now = ticker.nanos();
        long until = now + Math.max(0, retryAfter.toNanos());
        closedUntil = pressed && closedUntil - until > 0 ? closedUntil : until;
        pressed = true;
    }

    /** How much longer than the scope's window a permit is held at this time. */
    private long pressure(long now) {
        if (!pressed) {
            return 0;
        }
        long sinceOpened = Math.max(0, now - closedUntil);
        return Math.max(0, scope.per().toNanos() - sinceOpened / RECOVERY_WINDOWS);
    }

    /** Whether nothing is remembered, so that a new pacer would do the same. */
    public boolean isIdle() {
        forgetBefore(ticker.nanos());
        return underWay == 0 && busyUntil.isEmpty() && !pressed;
    }
}
