package parley.responder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One answer as it grows in its thread; the newest text wins. Safe for use by many threads; nothing
 * but {@link #finish} waits for the platform.
 */
public final class Reply {
    /** How long {@link #finish} tries while nothing arrives, unless told otherwise. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Who parks an answer does not wait for a platform that is out of reach. */
    private static final Duration PARKING = Duration.ofSeconds(2);

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

    /**
     * As {@link #finish(String, ReplyEnd, Duration)}, with a minute's patience.
     *
     * @throws IllegalStateException when it was called before
     */
    public Delivery finish(String text, ReplyEnd end) {
        return finish(text, end, PATIENCE);
    }

    /**
     * Makes the thread show exactly that, and waits until it does. Parts that are not needed any
     * more are taken away. Without a visible character in the text the note stands alone; without a
     * note either, nothing does.
     *
     * <p>It waits as long as the platform's budgets demand, but gives up for now when nothing has
     * arrived at the platform for {@code patience}, the tries and the pauses between them counted.
     *
     * @param patience longer than zero
     * @return postponed when the platform could not be reached, or the reply was abandoned, the
     *     responder closed or this thread interrupted before the thread showed all of it
     * @throws IllegalStateException when it was called before
     */
    public Delivery finish(String text, ReplyEnd end, Duration patience) {
        manuscript.end(text, end, patience);
        writer.turned();
        try {
            return manuscript.awaitOutcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
            return new Delivery.Postponed();
        }
    }

    /**
     * Leaves the answer for a later process: what there is of it is shown with these words under
     * it; where there is nothing yet, they stand beside the thread. Waits until they do, or the
     * reply is abandoned.
     */
    public void park(String words) {
        String text = manuscript.text();
        if (text.isBlank()) {
            status.leave(words);
        } else if (!manuscript.isEnding()) {
            var end = new ReplyEnd(Optional.of(words), Optional.empty(), List.of());
            Delivery _ = finish(text, end, PARKING);
        }
    }

    /**
     * Writes nothing from now on and leaves the thread as it is. A write that is under way ends by
     * itself and is remembered.
     */
    public void abandon() {
        manuscript.conclude(new Delivery.Postponed());
        writer.turned();
        status.end();
    }
}
