package parley.responder;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import parley.chat.Route;

/**
 * One reply's wish to write once, by one of several routes. Which one is said when it is granted;
 * from then on the claim stands for a permit in each scope of that route. Guarded by the {@link
 * ScopeGate} that it was handed to.
 */
final class Claim {
    static final Comparator<Claim> LONGEST_WAITING_FIRST =
            (one, other) -> Long.signum(one.since - other.since);

    private final List<Route> routes;
    private final Urgency urgency;
    private final IntSupplier behind;
    private final long since;
    private @Nullable Route granted;
    private boolean withdrawn;

    /**
     * @param routes the ways that the write may go, the best first, at least one
     * @param behind how many characters the thread does not show yet; asked again and again
     * @param since when the waiting began, by the ticker
     */
    Claim(List<Route> routes, Urgency urgency, IntSupplier behind, long since) {
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("a write needs a route");
        }
        this.routes = List.copyOf(routes);
        this.urgency = urgency;
        this.behind = behind;
        this.since = since;
    }

    List<Route> routes() {
        return routes;
    }

    /** The route that it goes; only once it is granted. */
    Route route() {
        if (granted == null) {
            throw new IllegalStateException("the claim was not granted");
        }
        return granted;
    }

    void grant(Route route) {
        granted = route;
    }

    Urgency urgency() {
        return urgency;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    void withdraw() {
        withdrawn = true;
    }

    /** Whether this goes before the other: more urgent, further behind, longer waiting. */
    boolean before(Claim other) {
        if (urgency != other.urgency) {
            return urgency.compareTo(other.urgency) < 0;
        }
        int difference =
                urgency == Urgency.MIDDLE ? behind.getAsInt() - other.behind.getAsInt() : 0;
        return difference != 0 ? difference > 0 : since - other.since < 0;
    }
}
