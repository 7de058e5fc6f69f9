package parley.discord;

import java.time.Duration;

/** How one call of Discord's REST API ended. */
sealed interface Outcome<T> {
    /** Discord did it. */
    record Done<T>(T response) implements Outcome<T> {}

    /**
     * Discord refused.
     *
     * @param status of HTTP
     * @param code Discord's JSON error code, such as 10008; 0 where there is none
     * @param words what Discord says of it
     * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">JSON
     *     error codes</a>
     */
    record Refused<T>(int status, int code, String words) implements Outcome<T> {}

    /**
     * Too many calls: none of this kind for so long.
     *
     * @param global whether that goes for every call of the bot
     */
    record Limited<T>(Duration retryAfter, boolean global) implements Outcome<T> {}

    /** No answer, or none that can be read: whether it took effect is not known. */
    record Lost<T>(String reason) implements Outcome<T> {}
}
