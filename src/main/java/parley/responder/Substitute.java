package parley.responder;

/** What stands in the place of a text that the platform refuses to show. Pure. */
@FunctionalInterface
public interface Substitute {
    /**
     * A note, which stands in a message of its own.
     *
     * @param reason the platform's, in words
     * @param rest whether what stands before that text is shown
     */
    ReplyEnd of(String reason, boolean rest);
}
