package parley.rule;

import java.time.Instant;
import parley.chat.Author;
import parley.chat.Reference;
import parley.chat.ThreadId;

/**
 * What became of a message, or of a press of a button; immutable. Nothing of what was said.
 *
 * @param subject the message's id, or that of the press: several events can be of one message
 * @param pressed whether it was a press
 */
public record Fate(
        ThreadId thread,
        String subject,
        Author author,
        Instant at,
        boolean pressed,
        Verdict verdict) {

    Fate with(Verdict other) {
        return new Fate(thread, subject, author, at, pressed, other);
    }

    /** How it stands with it. */
    public sealed interface Verdict {
        /** Whether it was never to be answered. */
        default boolean isPassedOver() {
            return this instanceof Ignored || this instanceof Noted;
        }
    }

    /** None of the bot's business; nothing of it is stored. */
    public record Ignored(Why why) implements Verdict {}

    /** Context for a later answer. */
    public record Noted(Why why) implements Verdict {}

    /** Accepted; its turn has not begun. */
    public record Queued() implements Verdict {}

    /** Too many were waiting to accept it. */
    public record Overloaded() implements Verdict {}

    /** Its turn comes at a time. */
    public record Waiting(LimitReached limit) implements Verdict {}

    /** The answer is being written. */
    public record Answering(Reference turn) implements Verdict {}

    public record Answered(Reference turn) implements Verdict {}

    /** The answers of the hour were used up. */
    public record Limited(Reference turn, LimitReached limit) implements Verdict {}

    /**
     * The person may not ask.
     *
     * @param sentence what was said under it
     */
    public record Refused(Reference turn, String sentence) implements Verdict {}

    /** People from outside are not answered, and not told. */
    public record Silenced() implements Verdict {}

    /** Why the bot was not meant. */
    public enum Why {
        /** Answers are off. */
        OFF,
        /** The bot takes no part in the thread, and was not mentioned. */
        NO_PART,
        /** Every question has to mention the bot. */
        NOT_MENTIONED,
        /** Several people talk in the thread, so that questions have to mention the bot. */
        SEVERAL
    }
}
