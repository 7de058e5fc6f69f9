package parley.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as a platform without a memory of its own keeps it.
 *
 * @param thread the thread it stands in; a message whose id is the thread's root began it
 * @param author the person, or empty for the bot
 * @param text what a person wrote, or the bot's text
 * @param outgoing for the bot's messages, the whole message as last shown
 */
public record ChatMessage(
        MessageId id,
        ThreadId thread,
        Optional<Author> author,
        Instant at,
        String text,
        Optional<Outgoing> outgoing,
        boolean edited) {}
