package parley.conversation;

import java.util.List;
import parley.chat.ThreadId;

/** A thread's turns up to some moment, oldest first; immutable. */
public record Conversation(ThreadId thread, List<Turn> turns) {
    public Conversation {
        turns = List.copyOf(turns);
    }
}
