package parley.store;

/**
 * The store could not do what was asked, and nothing of it was kept. The message says what to do
 * and holds neither texts nor parameters of statements.
 */
public final class StoreException extends RuntimeException {
    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    private StoreException(String message, boolean trace) {
        super(message, null, trace, trace);
    }

    /** What was told before: the sentence alone, without a stack trace. */
    static StoreException again(String message) {
        return new StoreException(message, false);
    }
}
