package parley.testing.discord;

import parley.testing.Gate;

/** How a call goes wrong by script. */
public sealed interface Fault {
    /** Whose limit was passed, by the header {@code X-RateLimit-Scope}. */
    enum Scope {
        USER,
        SHARED,
        GLOBAL
    }

    /** How a 429 comes. */
    enum Form {
        /** As Discord sends it. */
        USUAL,
        /** Nothing but the body. */
        NO_HEADERS,
        /** {@code Retry-After} with a fraction. */
        FRACTION,
        /** From Cloudflare: no {@code via}, and a page instead of JSON. */
        CLOUDFLARE
    }

    /** HTTP 429; not counted as the bot's own doing. */
    record RateLimited(double seconds, Scope scope, Form form) implements Fault {
        public RateLimited(double seconds) {
            this(seconds, Scope.USER, Form.USUAL);
        }

        public RateLimited(double seconds, Scope scope) {
            this(seconds, scope, Form.USUAL);
        }
    }

    /** An HTTP status with a page that is no JSON. */
    record Status(int code) implements Fault {}

    /** An HTTP status with Discord's error. */
    record Refused(int status, int code, String message) implements Fault {}

    /** HTTP 200 with half a JSON object. */
    record Malformed() implements Fault {}

    /** No answer and no effect, until the client goes. */
    record Hang() implements Fault {}

    /** The connection is reset before the call takes effect. */
    record Reset() implements Fault {}

    /** The call takes effect, and the connection is reset instead of the answer. */
    record EffectThenReset() implements Fault {}

    /** The call takes effect, and no answer comes. */
    record EffectThenHang() implements Fault {}

    /** The call takes effect, and its answer comes when the test opens the gate. */
    record Held(Gate gate) implements Fault {}
}
