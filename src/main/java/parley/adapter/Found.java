package parley.adapter;

/** What became of a message that a search came upon. */
public enum Found {
    /** A question that nobody had heard, which is answered now. */
    QUESTION,
    /** It was known before. */
    KNOWN,
    /** Not to be answered. */
    NOTHING
}
