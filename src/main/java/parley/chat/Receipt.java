package parley.chat;

/** What became of an event that was handed in; final when it is returned. */
public enum Receipt {
    /** Stored durably and going to be answered, or applied: the platform may be acknowledged. */
    ACCEPTED,
    /**
     * Stored durably, and heard or passed over without a sign, as its turn will tell: until that
     * begins nothing may show that it was taken.
     */
    CONSIDERED,
    /** Stored durably as context of its thread; it does not address the bot. */
    NOTED,
    /** Seen before: nothing further happens. */
    DUPLICATE,
    /** None of the bot's business and not stored. */
    IGNORED,
    /** Not going to be answered, because the backlog is full: people are to be told. */
    OVERLOADED,
    /**
     * Seen before, and not going to be answered: refused, passed over or given up then. Tell only
     * whoever waits for this very receipt.
     */
    REFUSED
}
