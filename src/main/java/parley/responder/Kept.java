package parley.responder;

import java.util.HashMap;
import java.util.Map;
import parley.chat.RateScope;
import parley.chat.Route;

/**
 * The permits that are kept for finals that wait, while the queue decides once. A final that needs
 * two scopes would otherwise starve: whenever one of them has room, somebody who needs that one
 * only takes it, and when the other has room the first is gone.
 */
final class Kept {
    private final Pacers pacers;
    private final Map<String, Integer> permits = new HashMap<>();

    Kept(Pacers pacers) {
        this.pacers = pacers;
    }

    /** How many in that scope. */
    int in(RateScope scope) {
        return permits.getOrDefault(scope.name(), 0);
    }

    /**
     * Keeps one in each scope of the route, but where a permit that is taken now would be back
     * before the final can go.
     *
     * @param nanos until the final can go that route; {@link EditPacer#UNTIL_LANDED} may be at any
     *     moment
     */
    void keep(Route route, long nanos) {
        for (RateScope scope : route.scopes()) {
            if (nanos == EditPacer.UNTIL_LANDED || nanos < pacers.of(scope).hold()) {
                permits.merge(scope.name(), 1, Integer::sum);
            }
        }
    }
}
