package parley.store;

import parley.chat.Inbound;

/** The kinds of events, as the journal names them. */
enum EventKind {
    MENTION,
    THREAD_REPLY,
    DIRECT_MESSAGE,
    RETRY,
    CONTINUE,
    EDITED,
    DELETED;

    static EventKind of(Inbound event) {
        return switch (event) {
            case Inbound.Mention _ -> MENTION;
            case Inbound.ThreadReply _ -> THREAD_REPLY;
            case Inbound.DirectMessage _ -> DIRECT_MESSAGE;
            case Inbound.Retry _ -> RETRY;
            case Inbound.Continue _ -> CONTINUE;
            case Inbound.Edited _ -> EDITED;
            case Inbound.Deleted _ -> DELETED;
        };
    }

    /** Whether it is a message. */
    boolean said() {
        return this == MENTION || this == THREAD_REPLY || this == DIRECT_MESSAGE;
    }
}
