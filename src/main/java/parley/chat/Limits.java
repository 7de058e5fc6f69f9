package parley.chat;

import java.time.Duration;
import java.util.List;

/** What a platform bears. Safe for use by many threads. */
public interface Limits {

    /** The longest text of one message, in UTF-16 units. */
    int messageLength();

    /**
     * For how long a message may go on growing; then the answer goes on in a new one. Longer than
     * zero.
     */
    Duration growth();

    /**
     * The ways that the write can go now, the best first, at least one: it goes the first one whose
     * budgets have room. Changes nothing, returns at once.
     */
    List<Route> routes(ThreadId thread, Write write);
}
