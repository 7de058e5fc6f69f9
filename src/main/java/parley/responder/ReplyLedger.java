package parley.responder;

import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Reference;

/** Remembers durably which messages show an answer. Safe for use by many threads. */
public interface ReplyLedger {
    /** The message shows that part of the answer, from 0. */
    void posted(Reference turn, int part, MessageId message);

    /**
     * The message of that part looks like this, and is not going to change by itself; empty before
     * it may look different.
     *
     * @param look its {@link parley.chat.Outgoing#look}
     */
    void looks(Reference turn, int part, Optional<String> look);

    /** The messages from that part on were taken away. */
    void withdrawn(Reference turn, int fromPart);
}
