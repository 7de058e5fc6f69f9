package parley.slack;

import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;

/** What to do so that a thread shows a write; immutable. */
sealed interface Move {
    /** A new message, growing as a stream. */
    record Start(Outgoing message, String text) implements Move {}

    /** A new message like others. */
    record Post(Outgoing message) implements Move {}

    /** A message that may stand there already: it is looked for first. */
    record Look(Outgoing message, PostBook.Standing.Doubted doubt) implements Move {}

    /** More of a stream; nothing is sent for a blank one. */
    record Append(MessageId id, String more) implements Move {}

    /** The end of a stream, with what stands under the text. */
    record Stop(MessageId id, Outgoing message, String rest) implements Move {}

    /** A stream that cannot go on becomes a message like others, and shows all of it. */
    record Leave(MessageId id, Outgoing message) implements Move {}

    /** A message like others shows that. */
    record Update(MessageId id, Outgoing message) implements Move {}

    /** A message that may stand there is looked for, and goes away. */
    record Sweep(Outgoing message, PostBook.Standing.Doubted doubt) implements Move {}

    /** There is nothing to do. */
    record Nothing(Outgoing message) implements Move {}

    /** The message goes away; a stream must be stopped before. */
    record Remove(MessageId id, boolean streaming) implements Move {}
}
