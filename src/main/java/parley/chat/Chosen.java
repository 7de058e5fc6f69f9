package parley.chat;

import java.util.Optional;

/**
 * A press of a {@link Choice}. Anybody may have pressed it, and long after it was offered.
 *
 * @param thread the thread that the button stands in, where the platform tells
 * @param standing of the presser, as the platform says now
 */
public record Chosen(
        EventId event,
        ChannelId channel,
        Optional<ThreadId> thread,
        Author author,
        Standing standing,
        String action) {
    public boolean admin() {
        return standing == Standing.ADMIN;
    }
}
