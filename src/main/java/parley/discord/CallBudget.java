package parley.discord;

import java.time.Duration;

/**
 * What is known of one budget: its size as Discord last told, and for how long nothing is left of
 * it. Discord's windows begin with their first call; when one ends is known from when an answer
 * came, so never too early, and of several answers the earliest is nearest to the truth. Never
 * sleeps; not thread-safe.
 */
final class CallBudget {
    /** Nothing that Discord writes down; what others have seen, until the headers say. */
    private static final int USUAL_LIMIT = 5;

    private static final Duration USUAL_WINDOW = Duration.ofSeconds(5);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
    private static final int HIGHEST_LIMIT = 1_000;

    private int limit;
    private long window;
    private int remaining;
    private long resetAt;
    private boolean told;
    private int underWay;
    private int answered;
    private int landings;
    private long restsUntil;
    private boolean rests;

    CallBudget(int limit, Duration window) {
        this.limit = limit;
        this.window = window.toNanos();
    }

    static CallBudget usual() {
        return new CallBudget(USUAL_LIMIT, USUAL_WINDOW);
    }

    int limit() {
        return limit;
    }

    Duration window() {
        return Duration.ofNanos(window);
    }

    /** Nanoseconds for which a call would be too much, as far as is known; 0 for none. */
    long nanosUntilOpen(long now) {
        long rest = rests ? Math.max(0, restsUntil - now) : 0;
        boolean current = told && resetAt - now > 0;
        boolean spent = current && remaining - (underWay - answered) <= 0;
        return spent ? Math.max(rest, resetAt - now) : rest;
    }

    /** Whether the first call of all is under way, whose answer will tell how many may follow. */
    boolean isProbed() {
        return !told && underWay > 0;
    }

    /** How many calls have landed. */
    int landings() {
        return landings;
    }

    /** A call goes out; {@link #landed} must follow. */
    void begins() {
        underWay++;
    }

    /** The call was answered, or given up. */
    void landed() {
        landings++;
        underWay = Math.max(0, underWay - 1);
        answered = Math.min(underWay, Math.max(0, answered - 1));
    }

    /** A call may have reached Discord, whose answer did not come: it counts, to be safe. */
    void lost(long now) {
        boolean current = told && resetAt - now > 0;
        remaining = Math.max(0, (current ? remaining : limit) - 1);
        resetAt = current ? resetAt : now + window;
        told = true;
    }

    /** A call was answered with this; {@link #landed} comes later. */
    void told(RateHeaders.Budget budget, long now) {
        answered = Math.min(underWay, answered + 1);
        long end = now + Math.min(budget.resetAfter().toNanos(), LONGEST_WINDOW.toNanos());
        limit = Math.clamp(budget.limit(), 1, HIGHEST_LIMIT);
        if (budget.remaining() == budget.limit() - 1 && end - now > 0) {
            window = end - now;
        }
        boolean same = told && resetAt - now > 0 && end - resetAt <= window / 2;
        remaining = same ? Math.min(remaining, budget.remaining()) : budget.remaining();
        resetAt = same && resetAt - end < 0 ? resetAt : end;
        told = true;
    }

    /** Discord asks for a pause. */
    void rest(Duration pause, long now) {
        long until = now + pause.toNanos();
        restsUntil = rests && restsUntil - until > 0 ? restsUntil : until;
        rests = true;
    }
}
