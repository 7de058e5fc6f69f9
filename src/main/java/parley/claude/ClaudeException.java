package parley.claude;

import java.time.Duration;
import java.util.Optional;

/** Why there is no answer, or no whole one; what the message says may be shown to admins. */
public abstract sealed class ClaudeException extends RuntimeException {
    private final String requestId;
    private final RetryHint hint;

    private ClaudeException(String message, String requestId, RetryHint hint, Throwable cause) {
        super(message, cause);
        this.requestId = requestId;
        this.hint = hint;
    }

    /** The API's id of the failed request, or empty. */
    public final String requestId() {
        return requestId;
    }

    /** Whether and when asking the same again can help. */
    public final RetryHint hint() {
        return hint;
    }

    /** Too many requests (429). */
    public static final class RateLimited extends ClaudeException {
        public RateLimited(String message, String requestId, RetryHint hint, Throwable cause) {
            super(message, requestId, hint, cause);
        }

        /** How long the API asks to wait, where it says so. */
        public Optional<Duration> retryAfter() {
            return hint().after();
        }
    }

    /** The API is overloaded or failing (529, 5xx), or says so in mid-stream. */
    public static final class Overloaded extends ClaudeException {
        public Overloaded(String message, String requestId, RetryHint hint, Throwable cause) {
            super(message, requestId, hint, cause);
        }

        public Overloaded(String message, String requestId, Throwable cause) {
            this(message, requestId, RetryHint.SOME_TIME, cause);
        }
    }

    /** The API finds fault with the request (400, 413, 422). */
    public static final class InvalidRequest extends ClaudeException {
        private final boolean tooLong;

        public InvalidRequest(String message, String requestId, boolean tooLong, Throwable cause) {
            super(message, requestId, RetryHint.NEVER, cause);
            this.tooLong = tooLong;
        }

        /** Whether the prompt does not fit the model. */
        public boolean tooLong() {
            return tooLong;
        }
    }

    /** The API does not let us in (401, 402, 403, spend limit). */
    public static final class Unauthorized extends ClaudeException {
        /** What is missing. */
        public enum Lack {
            /** A key that the API accepts. */
            KEY,
            /** Money: credit, or a limit that is not reached yet. */
            MONEY,
            /** The right to use this model. */
            RIGHT
        }

        private final Lack lack;

        public Unauthorized(String message, String requestId, Lack lack, Throwable cause) {
            super(message, requestId, RetryHint.NEVER, cause);
            this.lack = lack;
        }

        public Lack lack() {
            return lack;
        }
    }

    /** There is no such model or address (404). */
    public static final class NotFound extends ClaudeException {
        public NotFound(String message, String requestId, Throwable cause) {
            super(message, requestId, RetryHint.NEVER, cause);
        }
    }

    /** A fault of Parley's own: the request was not made, or what came was not understood. */
    public static final class Internal extends ClaudeException {
        public Internal(String message, String requestId, Throwable cause) {
            super(message, requestId, RetryHint.NEVER, cause);
        }
    }

    /** The server was not reached, went silent, or the stream ended before its end. */
    public static final class ConnectionLost extends ClaudeException {
        public ConnectionLost(String message, String requestId, Throwable cause) {
            super(message, requestId, RetryHint.SOME_TIME, cause);
        }
    }
}
