package parley.chat;

import java.time.Duration;
import java.util.Optional;

/** How a write to a platform ended. */
public sealed interface SendResult {
    /** The platform took it. */
    record Sent(MessageId message) implements SendResult {}

    /**
     * Too many writes: none of this kind may go out for that long.
     *
     * @param scope the name of the {@link RateScope} that it was; empty where the platform does not
     *     tell, and all scopes of the write rest
     */
    record RateLimited(Duration retryAfter, Optional<String> scope) implements SendResult {
        public RateLimited(Duration retryAfter) {
            this(retryAfter, Optional.empty());
        }
    }

    /** The platform refused it for good (gone, forbidden, malformed); repeating is no use. */
    record Rejected(String reason, Ground ground) implements SendResult {
        /** For what was to be written to. */
        public Rejected(String reason) {
            this(reason, Ground.PLACE);
        }
    }

    /** For what a write was refused. */
    enum Ground {
        /** For what was to be written to: nothing else is taken there either. */
        PLACE,
        /** For what was to be written: something else may be taken there. */
        CONTENT,
        /** One of these; the platform's word for it is not known here. */
        UNCLEAR
    }

    /** No answer, or a passing fault: whether it took effect is unknown; it may be repeated. */
    record Unreachable(String reason) implements SendResult {}
}
