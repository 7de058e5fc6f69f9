package parley.slack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts calls so that no window of time holds more than so many, however long they are on their
 * way. Not thread-safe.
 */
final class CallBudget {
    private final int calls;
    private final long window;
    private final Deque<Long> busyUntil = new ArrayDeque<>();
    private int underWay;

    CallBudget(int calls, Duration window) {
        this.calls = calls;
        this.window = window.toNanos();
    }

    /** Nanoseconds until a call may go; {@link Long#MAX_VALUE} while one under way must land. */
    long nanosUntil(long now) {
        while (!busyUntil.isEmpty() && busyUntil.getFirst() - now <= 0) {
            busyUntil.removeFirst();
        }
        if (underWay + busyUntil.size() < calls) {
            return 0;
        }
        return busyUntil.isEmpty() ? Long.MAX_VALUE : busyUntil.getFirst() - now;
    }

    void take() {
        underWay++;
    }

    void landed(long now) {
        underWay--;
        busyUntil.addLast(now + window);
    }

    boolean isIdle(long now) {
        return nanosUntil(now) == 0 && underWay == 0 && busyUntil.isEmpty();
    }
}
