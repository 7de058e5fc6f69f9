package parley.chat;

/** The buttons that can stand under an answer. */
public enum Button {
    /** Ends the answer that is being written and keeps what is there. */
    STOP,
    /** Asks again and replaces the answer. */
    RETRY,
    /** Asks for the rest of an answer that was cut short. */
    CONTINUE,
    /** Puts the answer's code into the thread as a file. */
    CODE_FILE,
    /** Says that the answer was good; anyone may. */
    LIKE,
    /** Says that the answer was bad; anyone may. */
    DISLIKE
}
