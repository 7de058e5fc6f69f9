package parley.inbox;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.ThreadId;

/**
 * How many questions wait, and whether there is room for one more. A channel may fill as many
 * places as it leaves free, so that however noisy it is, others find room: alone it gets half of
 * them, beside another noisy one a third. Safe for use by many threads.
 */
final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final int most;

    /** As last seen in the journal. */
    private final Map<ThreadId, Integer> threads = new HashMap<>();

    /** The same by channel, with those that are just being written down. */
    private final Map<ChannelId, Integer> channels = new HashMap<>();

    private int total;
    private boolean refusing;

    /**
     * @param most questions that may wait, at least 1
     */
    Backlog(int most) {
        this.most = most;
    }

    /**
     * Whether a question of the thread has a place; then {@link #filled} or {@link #release} must
     * follow.
     */
    synchronized boolean reserve(ThreadId thread) {
        if (channels.getOrDefault(thread.channel(), 0) >= most - total) {
            refused(thread);
            return false;
        }
        add(thread.channel(), 1);
        return true;
    }

    /** Says so once, not for each question of a flood. */
    private void refused(ThreadId thread) {
        if (!refusing) {
            refusing = true;
            LOG.warn(
                    "{} questions wait, {} of them in {}: further ones there are refused",
                    total,
                    channels.getOrDefault(thread.channel(), 0),
                    thread.channel());
        }
    }

    /** What a place was reserved for is in the journal. */
    synchronized void filled(ThreadId thread) {
        threads.merge(thread, 1, Integer::sum);
    }

    /** What a place was reserved for does not come. */
    synchronized void release(ThreadId thread) {
        add(thread.channel(), -1);
    }

    /** Sets how many questions of the thread wait, apart from those just being written down. */
    synchronized void set(ThreadId thread, int waiting) {
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
        if (refusing && total <= most / 4) {
            refusing = false;
            LOG.info("{} questions wait: they are taken again", total);
        }
        int now = channels.getOrDefault(channel, 0) + more;
        if (now == 0) {
            channels.remove(channel);
        } else {
            channels.put(channel, now);
        }
    }

    /** Whether a question of the thread waits, as last seen in the journal. */
    synchronized boolean knows(ThreadId thread) {
        return threads.containsKey(thread);
    }

    synchronized int total() {
        return total;
    }
}
