package parley.chat;

import java.time.Instant;
import java.util.Optional;

/** A change of a thread's messages; immutable. */
public sealed interface Write {

    /** As what it is counted. */
    WriteKind kind();

    /**
     * A new message. A second one with the same {@link Outgoing#nonce} does not write a second
     * message where the platform can tell: the first one then looks like this.
     *
     * @param since when an earlier process may have written it at the earliest, and have ended
     *     before it could remember that; empty where none has
     */
    record Post(Outgoing message, Optional<Instant> since) implements Write {
        /** One that no earlier process has written. */
        public Post(Outgoing message) {
            this(message, Optional.empty());
        }

        @Override
        public WriteKind kind() {
            return WriteKind.POST;
        }
    }

    /** An earlier message looks like this now; whoever is named in its text is not notified. */
    record Edit(MessageId id, Outgoing message) implements Write {
        @Override
        public WriteKind kind() {
            return WriteKind.EDIT;
        }
    }

    /**
     * That message goes away if an earlier try to post it made it, which is not known. Its text
     * does not matter. Counts as sent also where there is none; {@link SendResult.Sent} then bears
     * its nonce.
     *
     * @param since as for {@link Post}
     */
    record Sweep(Outgoing message, Optional<Instant> since) implements Write {
        @Override
        public WriteKind kind() {
            return WriteKind.EDIT;
        }

        /** What came of it where there was none. */
        public static SendResult nothing(Outgoing message) {
            return new SendResult.Sent(new MessageId(message.nonce()));
        }
    }

    /** An earlier message of the bot goes away; one that is gone already counts as sent. */
    record Delete(MessageId id) implements Write {
        @Override
        public WriteKind kind() {
            return WriteKind.EDIT;
        }
    }
}
