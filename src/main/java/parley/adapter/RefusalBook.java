package parley.adapter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Who is to be told that a question was not taken, and when: whoever asks first at once, and all
 * who ask within a minute of that by one sentence at its end. So a flood of questions makes no
 * flood of sentences. Never sleeps; not safe for use by many threads.
 */
final class RefusalBook {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** Sentences a minute in all: far below what any platform takes. */
    private static final int SENTENCES = 30;

    private static final int MOST_CHANNELS = 2_000;

    private final Ticker ticker;
    private final Throttle told;
    private final Map<ChannelId, Gathered> channels = new HashMap<>();
    private final Deque<Long> said = new ArrayDeque<>();

    /** What was refused in a channel and not told yet. */
    private static final class Gathered {
        private final long since;
        private int questions;
        private Optional<ThreadId> thread;

        Gathered(long since, ThreadId thread) {
            this.since = since;
            this.thread = Optional.of(thread);
        }

        void add(ThreadId other) {
            questions++;
            thread = thread.filter(other::equals);
        }
    }

    /**
     * What is to be said in a channel.
     *
     * @param thread in which all of the questions stand, if they stand in one
     */
    record Word(ChannelId channel, Optional<ThreadId> thread, int questions) {}

    /** What to do now. */
    sealed interface Decision {
        record Say(Word word) implements Decision {}

        /** Nothing for so many nanoseconds. */
        record Wait(long nanos) implements Decision {}
    }

    RefusalBook(Ticker ticker) {
        this.ticker = ticker;
        this.told = new Throttle(Duration.ofMinutes(1), ticker);
    }

    /**
     * A question was refused.
     *
     * @param listeners who hears what is told of it: the same for questions told of together
     * @return whether to tell of it at once; else it is told of later, with others
     */
    boolean refused(Inbound.Said question, String listeners) {
        long now = ticker.nanos();
        if (nanosUntilRoom(now) == 0 && told.pass(listeners)) {
            said.add(now);
            return true;
        }
        ThreadId thread = question.thread();
        @Nullable Gathered gathered = channels.get(thread.channel());
        if (gathered == null && channels.size() < MOST_CHANNELS) {
            gathered = new Gathered(now, thread);
            channels.put(thread.channel(), gathered);
        }
        if (gathered != null) {
            gathered.add(thread);
        }
        return false;
    }

    Decision next() {
        long now = ticker.nanos();
        @Nullable ChannelId first = null;
        long soonest = Long.MAX_VALUE;
        for (Map.Entry<ChannelId, Gathered> each : channels.entrySet()) {
            long nanos = each.getValue().since + MINUTE - now;
            if (nanos < soonest) {
                soonest = nanos;
                first = each.getKey();
            }
        }
        long wait = Math.max(soonest, nanosUntilRoom(now));
        return first == null || wait > 0 ? new Decision.Wait(wait) : say(first, now);
    }

    private Decision say(ChannelId channel, long now) {
        said.add(now);
        Gathered gathered = channels.remove(channel);
        return gathered == null
                ? new Decision.Wait(0)
                : new Decision.Say(new Word(channel, gathered.thread, gathered.questions));
    }

    private long nanosUntilRoom(long now) {
        while (!said.isEmpty() && now - said.getFirst() >= MINUTE) {
            said.removeFirst();
        }
        return said.size() < SENTENCES ? 0 : said.getFirst() + MINUTE - now;
    }

    /** Whether somebody has still to be told. */
    boolean isEmpty() {
        return channels.isEmpty();
    }
}
