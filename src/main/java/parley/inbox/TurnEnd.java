package parley.inbox;

import java.time.Duration;

/** What became of a turn. */
public sealed interface TurnEnd {
    /** Its entries are delivered or failed. */
    record Settled() implements TurnEnd {}

    /** Its entries stand as they are; the same claim is to be run again later. */
    record Postponed(String why) implements TurnEnd {}

    /**
     * A fault of the program's own ended it: as postponed, but it counts as a try of which nobody
     * knows the end.
     */
    record Broken(String why) implements TurnEnd {}

    /** It has not begun: its entries stand as they are, and it is to be run after that time. */
    record Later(Duration pause) implements TurnEnd {}
}
