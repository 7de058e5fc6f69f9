package parley.responder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.chat.RateScope;
import parley.chat.Ticker;

/**
 * The pacers of all scopes of one platform, by the scopes' names. Those without a recent write are
 * forgotten once there are many. Not thread-safe.
 */
final class Pacers {
    private static final int MANY = 1_000;

    private final Ticker ticker;
    private final Map<String, EditPacer> byName = new HashMap<>();
    private int sweepAt = MANY;

    Pacers(Ticker ticker) {
        this.ticker = ticker;
    }

    EditPacer of(RateScope scope) {
        EditPacer known = byName.get(scope.name());
        if (known == null) {
            sweep();
            known = new EditPacer(scope, ticker);
            byName.put(scope.name(), known);
        }
        known.adopt(scope);
        return known;
    }

    /** Those that a granted claim has its permits from, each once. */
    List<EditPacer> of(Claim granted) {
        return granted.route().scopes().stream().map(this::of).distinct().toList();
    }

    private void sweep() {
        if (byName.size() >= sweepAt) {
            byName.values().removeIf(EditPacer::isIdle);
            sweepAt = Math.max(MANY, 2 * byName.size());
        }
    }

    int size() {
        return byName.size();
    }
}
