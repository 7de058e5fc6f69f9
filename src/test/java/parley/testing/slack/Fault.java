package parley.testing.slack;

/** How a call goes wrong by script. */
public sealed interface Fault {
    /** HTTP 429; not counted as the bot's own doing. */
    record RateLimited(int retryAfterSeconds) implements Fault {}

    /** An HTTP status with a page that is no JSON. */
    record Status(int code) implements Fault {}

    /** HTTP 200 with {@code ok: false} and this error. */
    record Refused(String error) implements Fault {}

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
}
