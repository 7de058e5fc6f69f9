package parley.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.chat.Reference;

/** The answers under way in this process. Safe for use by many threads. */
public final class LiveTurns {
    private final Map<Reference, LiveTurn> turns = new ConcurrentHashMap<>();
    private final CountDownLatch parking = new CountDownLatch(1);

    LiveTurn begin(Reference turn) {
        LiveTurn live = new LiveTurn();
        turns.put(turn, live);
        if (parking()) {
            live.signal(new Signal.Park());
        }
        return live;
    }

    void end(Reference turn) {
        turns.remove(turn);
    }

    /** Ends the answer that way; false when it does not run here. */
    boolean signal(Reference turn, Signal signal) {
        LiveTurn live = turns.get(turn);
        if (live == null) {
            return false;
        }
        live.signal(signal);
        return true;
    }

    /** Ends the answer and keeps what is there; false when it does not run here. */
    public boolean stop(Reference turn, String by) {
        return signal(turn, new Signal.Stop(by));
    }

    /** Lets the model be asked again from the start; false when it does not run here. */
    public boolean restart(Reference turn) {
        return signal(turn, new Signal.Restart());
    }

    /** Whether answers are to be left for the next start of the program. */
    boolean parking() {
        return parking.getCount() == 0;
    }

    /** Waits that long, or until answers are to be left; tells whether they are. */
    boolean awaitParking(Duration atMost) {
        try {
            return parking.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Leaves every answer under way, and any that begins, for the next start of the program. */
    public void parkAll() {
        parking.countDown();
        turns.values().forEach(live -> live.signal(new Signal.Park()));
    }
}
