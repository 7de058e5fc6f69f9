package parley.inbox;

/** What became of a turn. */
public sealed interface TurnEnd {
    /** Its entries are delivered or failed. */
    record Settled() implements TurnEnd {}

    /** Its entries stand as they are; the same claim is to be run again later. */
    record Postponed(String why) implements TurnEnd {}
}
