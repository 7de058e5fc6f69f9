package parley.command;

/** What became of a change that somebody proposed. */
public sealed interface Proposed {
    /** What its author is told, as Markdown. */
    String text();

    /** It is made. */
    record Made(String text) implements Proposed {}

    /** A second admin is asked. */
    record Requested(String text) implements Proposed {}

    /** Nothing was changed or kept. */
    record Unfit(String text) implements Proposed {}
}
