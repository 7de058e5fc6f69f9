package parley.conversation;

/** How a turn ended. */
public enum Outcome {
    /** The model finished by itself. */
    ANSWERED,
    /** The model stopped at a length limit; there may be more. */
    CUT_SHORT,
    /** The model declined. */
    REFUSED,
    /** A person stopped it; what was there is kept. */
    STOPPED,
    /** A fault ended it; what was there is kept. */
    FAILED,
    /** A rule of the channel kept it from the model. */
    LIMITED
}
