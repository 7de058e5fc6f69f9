package parley.claude;

import java.time.Duration;
import java.util.Optional;

/** Why there is no answer, or no whole one; what the message says may be shown to admins. */
public abstract sealed class ClaudeException extends RuntimeException {
    private final String requestId;

    private ClaudeException(String message, String requestId, Throwable cause) {
        super(message, cause);
        this.requestId = requestId;
    }

    /** The API's id of the failed request, or empty. */
    public final String requestId() {
        return requestId;
    }

    /** Too many requests (429), retries included. */
    public static final class RateLimited extends ClaudeException {
        private final Optional<Duration> retryAfter;

        public RateLimited(
                String message, String requestId, Optional<Duration> retryAfter, Throwable cause) {
            super(message, requestId, cause);
            this.retryAfter = retryAfter;
        }

        /** How long the API asks to wait, where it says so. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** The API is overloaded or failing (529, 5xx), retries included, or says so in mid-stream. */
    public static final class Overloaded extends ClaudeException {
        public Overloaded(String message, String requestId, Throwable cause) {
            super(message, requestId, cause);
        }
    }

    /** The API finds fault with the request (400, 413, 422). */
    public static final class InvalidRequest extends ClaudeException {
        private final boolean tooLong;

        public InvalidRequest(String message, String requestId, boolean tooLong, Throwable cause) {
            super(message, requestId, cause);
            this.tooLong = tooLong;
        }

        /** Whether the prompt does not fit the model. */
        public boolean tooLong() {
            return tooLong;
        }
    }

    /** The key is wrong, spent or not allowed (401, 402, 403, spend limit). */
    public static final class Unauthorized extends ClaudeException {
        public Unauthorized(String message, String requestId, Throwable cause) {
            super(message, requestId, cause);
        }
    }

    /** There is no such model or address (404). */
    public static final class NotFound extends ClaudeException {
        public NotFound(String message, String requestId, Throwable cause) {
            super(message, requestId, cause);
        }
    }

    /** The server was not reached, went silent, or the stream ended before its end. */
    public static final class ConnectionLost extends ClaudeException {
        public ConnectionLost(String message, String requestId, Throwable cause) {
            super(message, requestId, cause);
        }
    }
}
