package parley.privacy;

import parley.chat.Reference;

/** The answers under way in this process. Safe for use by many threads; returns at once. */
public interface LiveAnswers {
    /** Ends the answer; does nothing when it does not run here. */
    void stop(Reference turn);

    /** Lets the model be asked again with what is still there; likewise. */
    void restart(Reference turn);
}
