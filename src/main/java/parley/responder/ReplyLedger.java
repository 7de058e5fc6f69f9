package parley.responder;

import parley.chat.MessageId;
import parley.chat.Reference;

/** Remembers durably which messages show an answer. Safe for use by many threads. */
public interface ReplyLedger {
    /** The message shows that part of the answer, from 0. */
    void posted(Reference turn, int part, MessageId message);

    /** The messages from that part on were taken away. */
    void withdrawn(Reference turn, int fromPart);
}
