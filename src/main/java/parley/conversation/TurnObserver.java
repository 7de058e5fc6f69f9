package parley.conversation;

import java.time.Duration;

/** Hears how turns go, for metrics. Must return at once; safe for use by many threads. */
public interface TurnObserver {
    /** The model's first words of an answer came, so long after the question was written. */
    void firstToken(Duration sinceAsked);

    /** A turn ended and is stored. */
    void completed(CompletedTurn turn);

    /** Something went wrong, also where the turn goes on; {@code kind} is a short fixed word. */
    void fault(String kind);
}
