package parley.responder;

/** What a write is for; the earlier ones go first. */
public enum Urgency {
    /** Part of the finished answer. */
    FINAL,
    /** The first text of an answer. */
    FIRST,
    /** More of an answer that is being written. */
    MIDDLE
}
