package parley.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * Questions of a channel that are not answered, and of which people are not told yet; immutable.
 *
 * @param thread in which all of them stand, if they stand in one
 * @param newest when the newest of them was refused
 */
public record Untold(
        ChannelId channel, Why why, Optional<ThreadId> thread, int questions, Instant newest) {

    /** Why they are not answered. */
    public enum Why {
        /** Too many waited. */
        BUSY,
        /** They were found belatedly, beside too many others. */
        AWAY
    }
}
