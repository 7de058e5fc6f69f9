package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import parley.chat.ThreadId;

/** A thread's turns up to some moment, oldest first; immutable. */
public record Conversation(ThreadId thread, List<Turn> turns) {
    public Conversation {
        turns = List.copyOf(turns);
    }

    /** What people are told of the messages that have no answer yet. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Turn turn : turns.reversed()) {
            if (!(turn instanceof Turn.UserTurn said)) {
                break;
            }
            said.remark().ifPresent(remarks::addFirst);
        }
        return remarks;
    }
}
