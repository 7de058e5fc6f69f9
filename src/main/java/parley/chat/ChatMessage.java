package parley.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as a platform without a memory of its own keeps it; immutable. It is a person's, or an
 * answer of the bot, or a notice of the bot.
 *
 * @param thread the thread it stands in; a message whose id is the thread's root began it
 * @param author the person, or empty for the bot
 * @param text what a person wrote, or the bot's text
 * @param outgoing for an answer, the whole message as last shown
 * @param choices for a notice, the buttons below it
 */
public record ChatMessage(
        MessageId id,
        ThreadId thread,
        Optional<Author> author,
        Instant at,
        String text,
        Optional<Outgoing> outgoing,
        List<Choice> choices,
        boolean edited) {
    public ChatMessage {
        choices = List.copyOf(choices);
    }

    /** One without choices. */
    public ChatMessage(
            MessageId id,
            ThreadId thread,
            Optional<Author> author,
            Instant at,
            String text,
            Optional<Outgoing> outgoing,
            boolean edited) {
        this(id, thread, author, at, text, outgoing, List.of(), edited);
    }

    /** Something of the bot's own beside answers, as {@link Notice} says. */
    public boolean isNotice() {
        return author.isEmpty() && outgoing.isEmpty();
    }
}
