package parley.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Which conversations should show that the bot is at work, and what they show: typing at once,
 * renewed before Discord lets it lapse, and what typing cannot say as a small message, once it has
 * been wanted for a while. Calls are spread over time, so that they leave Discord's global limit to
 * answers. Never sleeps; not thread-safe.
 */
final class StatusBoard {
    /**
     * Discord shows typing for ten seconds, says
     * https://discord.com/developers/docs/resources/channel#trigger-typing-indicator.
     */
    private static final long TYPING_RENEWED = Duration.ofSeconds(8).toNanos();

    private static final long NOTE_DELAY = Duration.ofSeconds(3).toNanos();
    private static final long NOTE_DISTANCE = Duration.ofSeconds(2).toNanos();

    /** No status is kept up for longer. */
    private static final long KEPT_UP = Duration.ofMinutes(30).toNanos();

    /** With {@link DiscordBudgets} they stay within the fifty calls a second of a bot. */
    private static final long DISTANCE = Duration.ofSeconds(1).dividedBy(8).toNanos();

    private static final int MOST_UNDER_WAY = 8;
    private static final int MOST_FAILURES = 3;

    private final Ticker ticker;
    private final Map<ThreadId, Entry> entries = new HashMap<>();
    private int underWay;
    private long nextCall;

    /**
     * @param turn the answer that can be stopped, once there is one
     */
    record Line(String words, Optional<Reference> turn) {}

    /** What to do now. */
    sealed interface Decision {
        /** {@link StatusBoard#typed} must follow. */
        record Type(ThreadId thread) implements Decision {}

        /**
         * {@link StatusBoard#noted} must follow.
         *
         * @param id of the message that shall say so; empty for a new one
         */
        record Note(ThreadId thread, Line line, Optional<MessageId> id) implements Decision {}

        /** {@link StatusBoard#removed} must follow. */
        record Remove(ThreadId thread, MessageId id) implements Decision {}

        /** Nothing for so many nanoseconds, unless something changes. */
        record Wait(long nanos) implements Decision {}
    }

    /** What is wanted in one conversation, and what stands there. */
    private static final class Entry {
        private @Nullable Line wanted;
        private @Nullable MessageId note;
        private @Nullable Line shown;
        private long since;
        private long typeAt;
        private long noteAt;
        private int failures;
        private boolean typing;
        private boolean noting;
        private boolean barred;
    }

    StatusBoard(Ticker ticker) {
        this.ticker = ticker;
        this.nextCall = ticker.nanos();
    }

    void want(ThreadId thread, Line line) {
        Entry entry = entries.computeIfAbsent(thread, _ -> new Entry());
        if (entry.wanted == null) {
            entry.since = ticker.nanos();
            entry.typeAt = entry.since;
            entry.noteAt = entry.since + NOTE_DELAY;
            entry.failures = 0;
            entry.barred = false;
        }
        entry.wanted = line;
    }

    /** The same where nothing is wanted yet. */
    void wantAtFirst(ThreadId thread, Line line) {
        Entry entry = entries.get(thread);
        if (entry == null || entry.wanted == null) {
            want(thread, line);
        }
    }

    /** Nothing is to be shown there any more. */
    void clear(ThreadId thread) {
        Entry entry = entries.get(thread);
        if (entry != null) {
            entry.wanted = null;
            entry.noteAt = ticker.nanos();
        }
    }

    /** No note may stand there: the answer has begun, or may have. */
    void bar(ThreadId thread) {
        Entry entry = entries.get(thread);
        if (entry != null) {
            entry.barred = true;
        }
    }

    /** Whether a note there is being written, so that it cannot be taken. */
    boolean isNoting(ThreadId thread) {
        Entry entry = entries.get(thread);
        return entry != null && entry.noting;
    }

    /** The note that stands there; from now on it is somebody else's. */
    Optional<MessageId> take(ThreadId thread) {
        Entry entry = entries.get(thread);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<MessageId> note = Optional.ofNullable(entry.note);
        entry.note = null;
        entry.shown = null;
        return note;
    }

    Decision next() {
        long now = ticker.nanos();
        entries.values().removeIf(StatusBoard::isOver);
        if (underWay >= MOST_UNDER_WAY) {
            return new Decision.Wait(Long.MAX_VALUE);
        }
        @Nullable ThreadId first = null;
        long soonest = Long.MAX_VALUE;
        boolean running = false;
        for (Map.Entry<ThreadId, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            long nanos = Math.min(untilTyping(entry, now), untilNote(entry, now));
            boolean due = isRunning(entry) && nanos <= 0;
            if (due == running ? nanos < soonest : due) {
                soonest = nanos;
                first = each.getKey();
                running = due;
            }
        }
        long wait = soonest == Long.MAX_VALUE ? soonest : Math.max(soonest, nextCall - now);
        return first == null || wait > 0 ? new Decision.Wait(wait) : act(first, now);
    }

    private Entry known(ThreadId thread) {
        return Objects.requireNonNull(entries.get(thread), "nothing is shown there");
    }

    private static boolean isOver(Entry entry) {
        return entry.wanted == null && entry.note == null && !entry.typing && !entry.noting;
    }

    /** Answers that are being written come before those that wait. */
    private static boolean isRunning(Entry entry) {
        return entry.wanted != null && entry.wanted.turn().isPresent();
    }

    /** Where a note says that it waits, typing says nothing more. */
    private static long untilTyping(Entry entry, long now) {
        boolean told = entry.shown != null && !isRunning(entry);
        boolean due = entry.wanted != null && !told && !entry.typing && now - entry.since < KEPT_UP;
        return due ? entry.typeAt - now : Long.MAX_VALUE;
    }

    private static long untilNote(Entry entry, long now) {
        boolean due =
                entry.wanted == null
                        ? entry.note != null
                        : !entry.barred && !entry.wanted.equals(entry.shown);
        return due && !entry.noting ? entry.noteAt - now : Long.MAX_VALUE;
    }

    private Decision act(ThreadId thread, long now) {
        Entry entry = known(thread);
        underWay++;
        nextCall = now + DISTANCE;
        if (untilTyping(entry, now) <= untilNote(entry, now)) {
            entry.typing = true;
            entry.typeAt = now + TYPING_RENEWED;
            return new Decision.Type(thread);
        }
        entry.noting = true;
        entry.noteAt = now + NOTE_DISTANCE;
        Optional<MessageId> note = Optional.ofNullable(entry.note);
        Line line = entry.wanted;
        return line == null
                ? new Decision.Remove(thread, note.orElseThrow())
                : new Decision.Note(thread, line, note);
    }

    void typed(ThreadId thread) {
        underWay--;
        known(thread).typing = false;
    }

    /**
     * @param id of the message that says so now; empty when it could not be written
     */
    void noted(ThreadId thread, Line line, Optional<MessageId> id) {
        Entry entry = landed(thread);
        if (id.isPresent()) {
            entry.note = id.get();
            entry.shown = line;
        } else {
            fail(entry);
        }
    }

    /**
     * @param gone whether it is
     */
    void removed(ThreadId thread, boolean gone) {
        Entry entry = landed(thread);
        if (gone) {
            entry.note = null;
            entry.shown = null;
        } else {
            fail(entry);
        }
    }

    private Entry landed(ThreadId thread) {
        underWay--;
        Entry entry = known(thread);
        entry.noting = false;
        return entry;
    }

    /** A status is not worth many tries. */
    private static void fail(Entry entry) {
        if (++entry.failures >= MOST_FAILURES) {
            entry.barred = true;
            entry.note = null;
            entry.shown = null;
        }
    }
}
