package parley.inbox;

import java.util.HashMap;
import java.util.Map;
import parley.chat.ChannelId;
import parley.chat.ThreadId;

/**
 * How many questions wait, and whether there is room for one more. A channel may fill as many
 * places as it leaves free, so that however noisy it is, others find room: alone it gets half of
 * them, beside another noisy one a third. Not safe for use by many threads.
 */
final class Backlog {
    private final int most;

    /** As last seen in the journal. */
    private final Map<ThreadId, Integer> threads = new HashMap<>();

    /** The same by channel, with those that are just being written down. */
    private final Map<ChannelId, Integer> channels = new HashMap<>();

    private int total;

    /**
     * @param most questions that may wait, at least 1
     */
    Backlog(int most) {
        this.most = most;
    }

    /** Whether a question of the thread has a place; it takes one from now on. */
    boolean reserve(ThreadId thread) {
        if (channels.getOrDefault(thread.channel(), 0) >= most - total) {
            return false;
        }
        add(thread.channel(), 1);
        return true;
    }

    /** What a place was reserved for is in the journal. */
    void filled(ThreadId thread) {
        threads.merge(thread, 1, Integer::sum);
    }

    /** What a place was reserved for does not come. */
    void release(ThreadId thread) {
        add(thread.channel(), -1);
    }

    /** Sets how many questions of the thread wait, apart from those just being written down. */
    void set(ThreadId thread, int waiting) {
        int before = threads.getOrDefault(thread, 0);
        if (waiting == 0) {
            threads.remove(thread);
        } else {
            threads.put(thread, waiting);
        }
        add(thread.channel(), waiting - before);
    }

    private void add(ChannelId channel, int more) {
        total += more;
        int now = channels.getOrDefault(channel, 0) + more;
        if (now == 0) {
            channels.remove(channel);
        } else {
            channels.put(channel, now);
        }
    }

    int total() {
        return total;
    }
}
