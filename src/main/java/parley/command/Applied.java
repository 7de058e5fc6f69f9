package parley.command;

/** What came of making a change. */
public sealed interface Applied {
    /**
     * It is made.
     *
     * @param did as goes behind the author's name: {@code set **engineer** for this channel}
     * @param text what the author is told, as short Markdown
     */
    record Made(String did, String text) implements Applied {}

    /**
     * It does not fit what is there now, and nothing was changed.
     *
     * @param text why, as Markdown
     */
    record Unfit(String text) implements Applied {}
}
