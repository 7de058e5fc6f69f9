package parley.inbox;

import parley.chat.ThreadId;

/** Tells waiting threads where they stand. Must return at once and not call the dispatcher. */
@FunctionalInterface
public interface WaitingRoom {
    /**
     * @param place how many threads come before this one, plus one
     */
    void waiting(ThreadId thread, int place);
}
