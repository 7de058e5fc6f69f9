package parley.inbox;

import parley.chat.ThreadId;

/** Tells waiting threads where they stand. Must return at once and not call the dispatcher. */
@FunctionalInterface
public interface WaitingRoom {
    /**
     * @param place how many threads come before this one, plus one; 0 when it waits no longer and
     *     no turn came of it
     */
    void waiting(ThreadId thread, int place);
}
