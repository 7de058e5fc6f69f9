package parley.reliability;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import parley.testing.Tap;

/**
 * Counts the outside operations of the program and kills it at one of them. Safe for use by many
 * threads.
 */
final class Reaper implements Tap {
    /** When the program dies. */
    enum Moment {
        /** The operation takes no effect. */
        BEFORE,
        /** It takes effect, and the program does not hear of it. */
        AFTER
    }

    private final int at;
    private final Moment moment;
    private final Runnable kill;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile String victim = "";

    /**
     * @param at which operation, from 1; 0 for none
     */
    Reaper(int at, Moment moment, Runnable kill) {
        this.at = at;
        this.moment = moment;
        this.kill = kill;
    }

    @Override
    public Fate asked(String what) {
        if (count.incrementAndGet() != at) {
            return Fate.PASSES;
        }
        strike(what);
        return moment == Moment.BEFORE ? Fate.LOST : Fate.UNANSWERED;
    }

    @Override
    public boolean tells(String what) {
        if (count.incrementAndGet() != at) {
            return true;
        }
        if (moment == Moment.AFTER) {
            due.set(true);
            return true;
        }
        strike(what);
        return false;
    }

    @Override
    public void told(String what) {
        if (due.compareAndSet(true, false)) {
            strike(what);
        }
    }

    private void strike(String what) {
        victim = what;
        kill.run();
    }

    /** How many operations there were so far. */
    int count() {
        return count.get();
    }

    /** At which operation it struck; empty when it did not. */
    String victim() {
        return victim;
    }
}
