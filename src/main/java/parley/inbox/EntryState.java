package parley.inbox;

/** How far an accepted event has come; every move is durable. */
public enum EntryState {
    /** Context of its thread that addresses nobody; the next turn of the thread takes it along. */
    NOTED,
    /** To be answered, or applied. */
    RECEIVED,
    /** A turn covers it; the model may have been asked. */
    ANSWERING,
    /** The answer is stored; the thread may not show all of it yet. */
    ANSWERED,
    /** The thread shows the answer, or the event asked for none. The end. */
    DELIVERED,
    /** Given up, and the thread was told so where it could be. The end. */
    FAILED
}
