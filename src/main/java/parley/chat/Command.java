package parley.chat;

import java.util.Optional;

/**
 * A slash command as a person typed it.
 *
 * @param thread the thread it was typed in, where the platform allows commands in threads
 * @param standing of the author, as the platform, asked by id, says now; {@link Standing#GUEST}
 *     where it cannot say
 * @param text the whole command, such as {@code /persona set engineer}
 */
public record Command(
        ChannelId channel,
        Optional<ThreadId> thread,
        Author author,
        Standing standing,
        String text) {
    public boolean admin() {
        return standing == Standing.ADMIN;
    }
}
