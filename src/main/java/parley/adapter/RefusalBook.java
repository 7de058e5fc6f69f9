package parley.adapter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Untold;

/**
 * Who is to be told that a question was not taken, and when: whoever asks first at once, and all
 * who ask within a minute of that by one sentence at its end. So a flood of questions makes no
 * flood of sentences. What the platform did not take is said again in the same words, once a minute
 * at the most. Never sleeps; not safe for use by many threads.
 */
final class RefusalBook {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** Longer than the seconds by which platforms count posts: those of the run before too. */
    private static final long START = Duration.ofSeconds(6).toNanos();

    /** Sentences a minute in all: far below what any platform takes. */
    private static final int SENTENCES = 30;

    /** So many are told of within an hour; whatever is more waits for the next start. */
    private static final int MOST_ROOMS = 2_000;

    private final Ticker ticker;
    private final Throttle told;
    private final Map<Room, Gathered> rooms = new HashMap<>();
    private final Deque<Long> said = new ArrayDeque<>();
    private final long began;

    /** Until when the platform wants no sentence at all, counted from the beginning. */
    private long restsUntil;

    private record Room(ChannelId channel, Untold.Why why) {}

    /** What was refused in a channel and not told yet. */
    private static final class Gathered {
        private final Deque<Word> again = new ArrayDeque<>();
        private long due;
        private long newest;
        private int questions;
        private Optional<ThreadId> thread = Optional.empty();

        Gathered(long due) {
            this.due = due;
        }

        void add(int more, Optional<ThreadId> other, long at) {
            thread = questions == 0 ? other : thread.filter(it -> other.equals(Optional.of(it)));
            newest = questions == 0 || at - newest > 0 ? at : newest;
            questions += more;
        }

        boolean isEmpty() {
            return questions == 0 && again.isEmpty();
        }
    }

    /**
     * What is to be said in a channel.
     *
     * @param thread in which all of the questions stand, if they stand in one
     * @param newest when the newest of them was refused
     * @param key the same for the same word
     */
    record Word(
            ChannelId channel,
            Untold.Why why,
            Optional<ThreadId> thread,
            int questions,
            long newest,
            String key) {}

    /** What to do now. */
    sealed interface Decision {
        record Say(Word word) implements Decision {}

        /** Nothing for so many nanoseconds. */
        record Wait(long nanos) implements Decision {}
    }

    RefusalBook(Ticker ticker) {
        this.ticker = ticker;
        this.told = new Throttle(Duration.ofMinutes(1), ticker);
        this.began = ticker.nanos();
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
        later(question, Untold.Why.BUSY);
        return false;
    }

    /** A question is told of with others. */
    void later(Inbound.Said question, Untold.Why why) {
        long now = ticker.nanos();
        room(new Room(question.thread().channel(), why), now + MINUTE)
                .ifPresent(it -> it.add(1, Optional.of(question.thread()), now));
    }

    /** An earlier run left this, refused so long ago; it is told of in some seconds. */
    void left(Untold untold, Duration age) {
        long now = ticker.nanos();
        room(new Room(untold.channel(), untold.why()), now + START)
                .ifPresent(it -> it.add(untold.questions(), untold.thread(), now - age.toNanos()));
    }

    /** The word was not taken: it is said again in a minute, and not sooner than that pause. */
    void again(Word word, Duration pause) {
        long due = ticker.nanos() + Math.max(MINUTE, pause.toNanos());
        room(new Room(word.channel, word.why), due)
                .ifPresent(it -> {
                    it.again.add(word);
                    it.due = due;
                });
    }

    /** The platform wants to hear nothing for so long. */
    void rest(Duration pause) {
        restsUntil = Math.max(restsUntil, ticker.nanos() - began + pause.toNanos());
    }

    private Optional<Gathered> room(Room room, long due) {
        @Nullable Gathered gathered = rooms.get(room);
        if (gathered == null && rooms.size() < MOST_ROOMS) {
            gathered = new Gathered(due);
            rooms.put(room, gathered);
        }
        return Optional.ofNullable(gathered);
    }

    Decision next() {
        long now = ticker.nanos();
        Map.@Nullable Entry<Room, Gathered> first = null;
        long soonest = Long.MAX_VALUE;
        for (Map.Entry<Room, Gathered> each : rooms.entrySet()) {
            long nanos = each.getValue().due - now;
            if (nanos < soonest) {
                soonest = nanos;
                first = each;
            }
        }
        long wait = Math.max(soonest, nanosUntilRoom(now));
        return first == null || wait > 0
                ? new Decision.Wait(wait)
                : new Decision.Say(say(first.getKey(), first.getValue(), now));
    }

    private Word say(Room room, Gathered gathered, long now) {
        said.add(now);
        Word word =
                Optional.ofNullable(gathered.again.poll()).orElseGet(() -> word(room, gathered));
        gathered.due = now + MINUTE;
        if (gathered.isEmpty()) {
            rooms.remove(room);
        }
        return word;
    }

    private Word word(Room room, Gathered gathered) {
        Word word =
                new Word(
                        room.channel,
                        room.why,
                        gathered.thread,
                        gathered.questions,
                        gathered.newest,
                        key(room.why));
        gathered.questions = 0;
        return word;
    }

    private String key(Untold.Why why) {
        return why.name().toLowerCase(Locale.ROOT) + "." + Long.toString(ticker.nanos(), 36);
    }

    private long nanosUntilRoom(long now) {
        while (!said.isEmpty() && now - said.getFirst() >= MINUTE) {
            said.removeFirst();
        }
        long room = said.size() < SENTENCES ? 0 : said.getFirst() + MINUTE - now;
        return Math.max(room, restsUntil - (now - began));
    }

    /** Whether somebody has still to be told. */
    boolean isEmpty() {
        return rooms.isEmpty();
    }
}
