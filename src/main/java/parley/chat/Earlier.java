package parley.chat;

import java.util.List;

/** What came of reading the messages that stood in a thread before the bot was asked there. */
public sealed interface Earlier {

    /** Oldest first; without the bot's own. */
    record Told(List<Inbound.ThreadReply> messages) implements Earlier {
        public Told {
            messages = List.copyOf(messages);
        }
    }

    /** They cannot be had; the reason continues "The earlier messages could not be read: …". */
    record Untold(String reason) implements Earlier {}
}
