package parley.conversation;

/** A button named an answer that this thread does not have. */
public final class UnknownTurnException extends RuntimeException {
    public UnknownTurnException(String message) {
        super(message);
    }
}
