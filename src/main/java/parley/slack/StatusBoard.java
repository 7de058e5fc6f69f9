package parley.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Which statuses Slack shows and which it should show: the newest wins, one call per thread at a
 * time, within Slack's budgets, renewed before Slack lets them lapse. Where the budgets are short,
 * answers that are being written come first, then those who have seen nothing yet, then the oldest
 * words. Never sleeps; not thread-safe.
 */
final class StatusBoard {
    /**
     * Slack takes a status away after two minutes, says
     * https://docs.slack.dev/reference/methods/assistant.threads.setStatus.
     */
    private static final long RENEWED_AFTER = Duration.ofSeconds(90).toNanos();

    /** A status is kept up no longer than this. */
    private static final long KEPT_UP = Duration.ofMinutes(30).toNanos();

    /** The method's page says 600 calls a minute and 60 in a channel; a few are left over. */
    private static final int CALLS = 540;

    private static final int CALLS_IN_CHANNEL = 54;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MANY_CHANNELS = 1_000;

    /** What stands there when a post and a status crossed; nobody wants that. */
    private static final String UNKNOWN = "\0";

    private final Ticker ticker;
    private final Map<ThreadId, Entry> entries = new HashMap<>();
    private final Map<ChannelId, CallBudget> channels = new HashMap<>();
    private final CallBudget all = new CallBudget(CALLS, MINUTE);
    private long quietSince;
    private long quiet;

    /** What is wanted beside one thread, and what stands there; empty for nothing. */
    private static final class Entry {
        private String wanted = "";
        private String shown = "";
        private long wantedSince;
        private long shownSince;
        private boolean underWay;
        private boolean running;

        /** Since when it has waited for what is wanted now, or for anything at all. */
        private long waitsSince() {
            return shown.isEmpty() ? wantedSince : shownSince;
        }

        private int rank() {
            return running ? 0 : shown.isEmpty() ? 1 : 2;
        }

        private boolean before(Entry other) {
            return rank() == other.rank()
                    ? waitsSince() - other.waitsSince() < 0
                    : rank() < other.rank();
        }
    }

    StatusBoard(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What to do now. */
    sealed interface Decision {
        /** That status is set now; {@link StatusBoard#landed} must follow. */
        record Call(ThreadId thread, String status) implements Decision {}

        /** Nothing to do for so many nanoseconds, unless something changes. */
        record Wait(long nanos) implements Decision {}
    }

    /** Something is wanted beside a thread whose answer is not being written. */
    void want(ThreadId thread, String status) {
        want(thread, status, false);
    }

    /** The same where nothing is wanted yet. */
    void wantAtFirst(ThreadId thread, String status) {
        Entry entry = entries.get(thread);
        if (entry == null || entry.wanted.isEmpty()) {
            want(thread, status);
        }
    }

    /**
     * @param running whether the answer is being written
     */
    void want(ThreadId thread, String status, boolean running) {
        Entry entry = entries.computeIfAbsent(thread, _ -> new Entry());
        entry.wanted = status;
        entry.running = running;
        entry.wantedSince = ticker.nanos();
    }

    /**
     * A message was posted there, at which Slack takes the status away; one that is on its way may
     * come after that.
     */
    void posted(ThreadId thread) {
        Entry entry = entries.get(thread);
        if (entry != null) {
            entry.wanted = "";
            entry.shown = entry.underWay ? UNKNOWN : "";
        }
    }

    Decision next() {
        long now = ticker.nanos();
        long shared = Math.max(all.nanosUntil(now), restNanos(now));
        if (shared > 0) {
            return new Decision.Wait(shared);
        }
        entries.values().removeIf(StatusBoard::isOver);
        Map.@Nullable Entry<ThreadId, Entry> first = null;
        long soonest = Long.MAX_VALUE;
        for (Map.Entry<ThreadId, Entry> each : entries.entrySet()) {
            long nanos = nanosUntil(each.getKey(), each.getValue(), now);
            soonest = Math.min(soonest, nanos);
            if (nanos <= 0 && (first == null || each.getValue().before(first.getValue()))) {
                first = each;
            }
        }
        return first == null ? new Decision.Wait(soonest) : call(first.getKey(), first.getValue());
    }

    private static boolean isOver(Entry entry) {
        return entry.wanted.isEmpty() && entry.shown.isEmpty() && !entry.underWay;
    }

    private long nanosUntil(ThreadId thread, Entry entry, long now) {
        if (entry.underWay) {
            return Long.MAX_VALUE;
        }
        long due = nanosUntilDue(entry, now);
        return due == Long.MAX_VALUE
                ? due
                : Math.max(due, channel(thread.channel(), now).nanosUntil(now));
    }

    private long restNanos(long now) {
        if (quiet > 0 && now - quietSince >= quiet) {
            quiet = 0;
        }
        return quiet == 0 ? 0 : quietSince + quiet - now;
    }

    private static long nanosUntilDue(Entry entry, long now) {
        if (!entry.wanted.equals(entry.shown)) {
            return 0;
        }
        boolean kept = !entry.wanted.isEmpty() && now - entry.wantedSince < KEPT_UP;
        return kept ? entry.shownSince + RENEWED_AFTER - now : Long.MAX_VALUE;
    }

    private Decision call(ThreadId thread, Entry entry) {
        entry.underWay = true;
        entry.shown = entry.wanted;
        entry.shownSince = ticker.nanos();
        all.take();
        channel(thread.channel(), ticker.nanos()).take();
        return new Decision.Call(thread, entry.wanted);
    }

    /** The call for that thread was answered, or given up. */
    void landed(ThreadId thread) {
        long now = ticker.nanos();
        @Nullable Entry entry = entries.get(thread);
        if (entry != null) {
            entry.underWay = false;
        }
        all.landed(now);
        channel(thread.channel(), now).landed(now);
    }

    /** Slack asks for a pause. */
    void rest(Duration pause) {
        quietSince = ticker.nanos();
        quiet = pause.toNanos();
    }

    private CallBudget channel(ChannelId channel, long now) {
        if (channels.size() >= MANY_CHANNELS && !channels.containsKey(channel)) {
            channels.values().removeIf(budget -> budget.isIdle(now));
        }
        return channels.computeIfAbsent(channel, _ -> new CallBudget(CALLS_IN_CHANNEL, MINUTE));
    }
}
