package parley.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import parley.conversation.StoreFailure;

/**
 * The store could not do what was asked, and nothing of it was kept. The message says what to do
 * and holds neither texts nor parameters of statements.
 */
public final class StoreException extends RuntimeException implements StoreFailure {
    private final boolean outage;

    StoreException(String message) {
        super(message);
        outage = false;
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
        outage = false;
    }

    private StoreException(String message, SQLException cause, boolean outage) {
        super(message, cause);
        this.outage = outage;
    }

    private StoreException(String message, boolean trace) {
        super(message, null, trace, trace);
        outage = true;
    }

    /** Of a database that is in use; that no connection was free is no fault of the statement. */
    static StoreException of(String message, SQLException cause, Gravity gravity) {
        boolean outage = gravity != Gravity.STATEMENT || cause instanceof SQLTransientException;
        return new StoreException(message, cause, outage);
    }

    /** What was told before: the sentence alone, without a stack trace. */
    static StoreException again(String message) {
        return new StoreException(message, false);
    }

    @Override
    public boolean isOutage() {
        return outage;
    }
}
