package parley.slack;

import java.time.Duration;

/** How one call of Slack's Web API ended. */
sealed interface Outcome<T> {
    /** Slack said ok. */
    record Done<T>(T response) implements Outcome<T> {}

    /** Slack refused, with the error of the method's page, such as {@code channel_not_found}. */
    record Refused<T>(String error) implements Outcome<T> {}

    /** Too many calls of this method: none for so long. */
    record Limited<T>(Duration retryAfter) implements Outcome<T> {}

    /** No answer, or none that can be read: whether it took effect is not known. */
    record Lost<T>(String reason) implements Outcome<T> {}
}
