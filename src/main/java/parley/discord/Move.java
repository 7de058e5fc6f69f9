package parley.discord;

import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;

/** What a write comes to, from what is known of its message; immutable. */
sealed interface Move {
    /** A message that does not stand there yet. */
    record Post(Outgoing message) implements Move {}

    /** One that may stand there: Discord knows it again by its nonce, or it must be looked for. */
    record Again(Outgoing message, PostBook.Standing.Doubted doubt, boolean look) implements Move {}

    /** One that stands there. */
    record Edit(MessageId id, Outgoing message) implements Move {}

    record Delete(MessageId id) implements Move {}

    /** One that may stand there is looked for, and goes away. */
    record Sweep(Outgoing message, PostBook.Standing.Doubted doubt) implements Move {}

    /** There is nothing to do. */
    record Nothing(Outgoing message) implements Move {}
}
