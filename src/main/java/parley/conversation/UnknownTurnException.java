package parley.conversation;

import parley.chat.Reference;

/** The store knows no such answer, or not in that thread. */
public final class UnknownTurnException extends RuntimeException {
    private final transient Reference reference;

    public UnknownTurnException(Reference reference) {
        super("there is no answer " + reference + " in this thread");
        this.reference = reference;
    }

    /** The answer that was asked for. */
    public Reference reference() {
        return reference;
    }
}
