package parley.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.chat.Reference;

/** The answers under way in this process. Safe for use by many threads. */
public final class LiveTurns {
    private final Map<Reference, LiveTurn> turns = new ConcurrentHashMap<>();
    private volatile boolean parking;

    LiveTurn begin(Reference turn) {
        LiveTurn live = new LiveTurn();
        turns.put(turn, live);
        if (parking) {
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

    /** Leaves every answer under way, and any that begins, for the next start of the program. */
    public void parkAll() {
        parking = true;
        turns.values().forEach(live -> live.signal(new Signal.Park()));
    }
}
