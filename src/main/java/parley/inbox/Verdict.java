package parley.inbox;

/** Whether an event is the bot's business. */
public enum Verdict {
    /** It asks for an answer. */
    ANSWER,
    /** Likewise, but whoever asks may be somebody who is not heard at all. */
    CONSIDER,
    /** It is context for a later answer. */
    NOTE,
    /** It changes what was said before. */
    AMEND,
    /** It is none of the bot's business and must not be stored. */
    IGNORE
}
