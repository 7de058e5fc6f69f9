package parley.inbox;

import java.util.List;
import parley.chat.ThreadId;

/**
 * Tells waiting threads their places, as often as that is worth something: platforms show few of
 * them anyhow. Not safe for use by many threads.
 */
final class PlaceCalls {
    /** How many threads hear their place at every change. */
    private static final int FRONT = 10;

    /** After how many turns all of them do. */
    private static final int EVERYBODY = 25;

    private final FairQueue queue;
    private final WaitingRoom room;
    private long turns;

    PlaceCalls(FairQueue queue, WaitingRoom room) {
        this.queue = queue;
        this.room = room;
    }

    /**
     * The thread may have come into the queue: it hears its place, and so do those near the front.
     */
    void moved(ThreadId newcomer) {
        tell(queue.order(FRONT));
        queue.place(newcomer).ifPresent(place -> room.waiting(newcomer, place));
    }

    /** The thread's turn has ended, and it may have come into the queue again. */
    void ended(ThreadId thread) {
        moved(thread);
        if (++turns % EVERYBODY == 0) {
            tell(queue.order());
        }
    }

    /** The thread waits no longer, and no turn came of it. */
    void left(ThreadId thread) {
        room.waiting(thread, 0);
    }

    private void tell(List<ThreadId> order) {
        for (int index = 0; index < order.size(); index++) {
            room.waiting(order.get(index), index + 1);
        }
    }
}
