package parley.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.chat.RateScope;
import parley.chat.Ticker;

/** Counts writes as a platform does and remembers each that was too much. */
final class BudgetCheck {
    private final Ticker ticker;
    private final Map<String, Deque<Long>> windows = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    BudgetCheck(Ticker ticker) {
        this.ticker = ticker;
    }

    void count(RateScope scope) {
        Deque<Long> window = windows.computeIfAbsent(scope.name(), _ -> new ArrayDeque<>());
        long now = ticker.nanos();
        while (!window.isEmpty() && now - window.getFirst() >= scope.per().toNanos()) {
            window.removeFirst();
        }
        window.addLast(now);
        if (window.size() > scope.permits()) {
            fault("%d writes in one window of %s".formatted(window.size(), scope));
        }
    }

    void fault(String what) {
        faults.add(what);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
