package parley.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Wakes threads of the chat after a pause, unless something else did before. Every call is made
 * under the lock, and so is that of the ring. However many alarms are set, one thread waits for
 * them.
 */
final class Alarms {
    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(1);

    private final ReentrantLock lock;
    private final Condition changed;
    private final Consumer<ThreadId> ring;
    private final Ticker ticker;
    private final Map<ThreadId, Long> alarms = new HashMap<>();
    private boolean waiting;
    private boolean over;

    Alarms(ReentrantLock lock, Consumer<ThreadId> ring, Ticker ticker) {
        this.lock = lock;
        this.changed = lock.newCondition();
        this.ring = ring;
        this.ticker = ticker;
    }

    /** Rings after the pause, in the place of what was set for the thread before. */
    void set(ThreadId thread, Duration pause) {
        alarms.put(thread, ticker.nanos() + pause.toNanos());
        changed.signalAll();
        if (!waiting && !over) {
            waiting = true;
            Thread.ofVirtual().name("alarms").start(this::run);
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!alarms.isEmpty() && !over) {
                long nanos = ringWhatIsDue();
                if (nanos > 0) {
                    long _ = changed.awaitNanos(Math.min(nanos, LONGEST_WAIT));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
            lock.unlock();
        }
    }

    /** Nanoseconds until the next one is due; 0 when some were. */
    private long ringWhatIsDue() {
        long now = ticker.nanos();
        List<ThreadId> due =
                alarms.entrySet().stream()
                        .filter(alarm -> alarm.getValue() - now <= 0)
                        .map(Map.Entry::getKey)
                        .toList();
        due.forEach(alarms::remove);
        due.forEach(ring);
        return due.isEmpty()
                ? alarms.values().stream().mapToLong(at -> at - now).min().orElse(LONGEST_WAIT)
                : 0;
    }

    /** Nothing rings for the thread any more. */
    void cancel(ThreadId thread) {
        alarms.remove(thread);
    }

    /** The threads for which an alarm is set. */
    List<ThreadId> threads() {
        return List.copyOf(alarms.keySet());
    }

    /** Nothing rings any more. */
    void end() {
        over = true;
        changed.signalAll();
    }
}
