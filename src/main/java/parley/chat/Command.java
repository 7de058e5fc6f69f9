package parley.chat;

import java.util.Optional;

/**
 * A slash command as a person typed it.
 *
 * @param thread the thread it was typed in, where the platform allows commands in threads
 * @param admin whether the platform, asked by id, says that the author may administer the bot
 * @param text the whole command, such as {@code /persona set engineer}
 */
public record Command(
        ChannelId channel, Optional<ThreadId> thread, Author author, boolean admin, String text) {}
