package parley.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many calls of any kind went out lately. Never sleeps; not thread-safe. */
final class CallWindow {
    private final int most;
    private final long window;
    private final Deque<Long> calls = new ArrayDeque<>();

    /**
     * @param most calls within any span of that length
     */
    CallWindow(int most, Duration window) {
        this.most = most;
        this.window = window.toNanos();
    }

    /** Nanoseconds until one more may go out; 0 for now. */
    long nanosUntilRoom(long now) {
        while (!calls.isEmpty() && now - calls.getFirst() >= window) {
            calls.removeFirst();
        }
        return calls.size() < most ? 0 : calls.getFirst() + window - now;
    }

    void begins(long now) {
        calls.addLast(now);
    }
}
