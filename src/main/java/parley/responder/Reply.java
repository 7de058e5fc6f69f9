package parley.responder;

/**
 * One answer as it grows in its thread; the newest text wins. Safe for use by many threads; nothing
 * but {@link #finish} waits for the platform.
 */
public final class Reply {
    private final Manuscript manuscript;
    private final StatusLine status;
    private final ReplyWriter writer;

    Reply(Manuscript manuscript, StatusLine status, ReplyWriter writer) {
        this.manuscript = manuscript;
        this.status = status;
        this.writer = writer;
    }

    /**
     * Shows what the bot is doing, such as "thinking", where the platform can. The first text and
     * the end take it away.
     */
    public void status(String words) {
        status.show(words);
    }

    /** Adds to the text; without effect once the reply is finished or abandoned. */
    public void append(String text) {
        manuscript.append(text);
    }

    /** Forgets the text so far. The messages stay as they are and show the next text. */
    public void restart() {
        manuscript.restart();
    }

    /** The text so far, shown or not. */
    public String text() {
        return manuscript.text();
    }

    /**
     * Makes the thread show exactly that, and waits until it does, however long the platform cannot
     * be reached. Parts that are not needed any more are taken away. Without a visible character in
     * the text the note stands alone; without a note either, nothing does.
     *
     * @return postponed when the reply was abandoned, the responder closed or this thread
     *     interrupted before the thread showed all of it
     * @throws IllegalStateException when it was called before
     */
    public Delivery finish(String text, ReplyEnd end) {
        manuscript.end(text, end);
        writer.hurry();
        try {
            return manuscript.awaitOutcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
            return new Delivery.Postponed();
        }
    }

    /**
     * Writes nothing from now on and leaves the thread as it is. A write that is under way ends by
     * itself and is remembered.
     */
    public void abandon() {
        manuscript.conclude(new Delivery.Postponed());
        writer.withdraw();
        status.end();
    }
}
