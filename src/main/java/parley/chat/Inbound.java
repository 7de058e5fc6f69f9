package parley.chat;

import java.time.Instant;

/** One event of a platform, translated; immutable. Equal {@link #event} ids mean a redelivery. */
public sealed interface Inbound {
    EventId event();

    ThreadId thread();

    Author author();

    /** When the platform says it happened. */
    Instant at();

    /** A person wrote a message. */
    sealed interface Said extends Inbound {
        MessageId message();

        String text();
    }

    /** A message that names the bot, in a channel or a thread. */
    record Mention(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text)
            implements Said {}

    /** A message in a thread that does not name the bot; whether it addresses the bot is a rule. */
    record ThreadReply(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text)
            implements Said {}

    /** A message to the bot alone. */
    record DirectMessage(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text)
            implements Said {}

    /** An allowed press of {@link Button#RETRY} under the answer {@code turn}. */
    record Retry(EventId event, ThreadId thread, Author author, Instant at, Reference turn)
            implements Inbound {}

    /** An allowed press of {@link Button#CONTINUE} under the answer {@code turn}. */
    record Continue(EventId event, ThreadId thread, Author author, Instant at, Reference turn)
            implements Inbound {}

    /** A person changed the text of a message. */
    record Edited(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text)
            implements Inbound {}

    /** A person deleted a message: its text is to be forgotten. */
    record Deleted(EventId event, ThreadId thread, Author author, Instant at, MessageId message)
            implements Inbound {}
}
