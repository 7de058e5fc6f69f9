package parley.chat;

import java.util.List;
import java.util.Optional;

/**
 * Where answers stand, as the store remembers it; for platforms on which a thread's answers can
 * stand in more than one place. Safe for use by many threads; each call is one read of the store.
 */
public interface Whereabouts {

    /** The thread whose answer that message of the bot shows a part of. */
    Optional<ThreadId> threadOf(Platform platform, MessageId message);

    /** The thread in which the question or remark of that event was taken. */
    Optional<ThreadId> threadOf(Platform platform, EventId event);

    /** The bot's newest message in the thread; empty when no answer stands there yet. */
    Optional<MessageId> newest(ThreadId thread);

    /** The newest message that the answer answers; empty before the answer has begun. */
    Optional<MessageId> question(Reference turn);

    /** The threads of the workspace that began last, newest first, at most so many. */
    List<ThreadId> recent(WorkspaceId workspace, int most);
}
