package parley.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import parley.chat.ThreadId;

/**
 * Wakes threads of the chat after a pause, unless something else did before. Every call is made
 * under the lock, and so is that of the ring.
 */
final class Alarms {
    private final ReentrantLock lock;
    private final Condition ending;
    private final Consumer<ThreadId> ring;
    private final Map<ThreadId, Object> alarms = new HashMap<>();
    private boolean over;

    Alarms(ReentrantLock lock, Consumer<ThreadId> ring) {
        this.lock = lock;
        this.ending = lock.newCondition();
        this.ring = ring;
    }

    /** Rings after the pause, in the place of what was set for the thread before. */
    void set(ThreadId thread, Duration pause) {
        Object alarm = new Object();
        alarms.put(thread, alarm);
        Thread.ofVirtual().name("alarm " + thread).start(() -> await(thread, alarm, pause));
    }

    private void await(ThreadId thread, Object alarm, Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0 && !over) {
                left = ending.awaitNanos(left);
            }
            if (alarms.remove(thread, alarm) && !over) {
                ring.accept(thread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
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
        ending.signalAll();
    }
}
