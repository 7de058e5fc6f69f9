package parley.chat;

import java.time.Instant;
import java.util.List;

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

        /** What was sent along, in the person's order. */
        List<Attachment> files();

        /** The same message with other words. */
        Said with(Author author, String text);
    }

    /** A message that names the bot, in a channel or a thread. */
    record Mention(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text,
            List<Attachment> files)
            implements Said {
        public Mention {
            files = List.copyOf(files);
        }

        @Override
        public Mention with(Author other, String words) {
            return new Mention(event, thread, other, at, message, words, files);
        }
    }

    /** A message in a thread that does not name the bot; whether it addresses the bot is a rule. */
    record ThreadReply(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text,
            List<Attachment> files)
            implements Said {
        public ThreadReply {
            files = List.copyOf(files);
        }

        @Override
        public ThreadReply with(Author other, String words) {
            return new ThreadReply(event, thread, other, at, message, words, files);
        }
    }

    /** A message to the bot alone. */
    record DirectMessage(
            EventId event,
            ThreadId thread,
            Author author,
            Instant at,
            MessageId message,
            String text,
            List<Attachment> files)
            implements Said {
        public DirectMessage {
            files = List.copyOf(files);
        }

        @Override
        public DirectMessage with(Author other, String words) {
            return new DirectMessage(event, thread, other, at, message, words, files);
        }
    }

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
