package parley.responder;

import java.util.List;
import java.util.function.IntSupplier;
import parley.chat.RateScope;
import parley.chat.Route;

/** One reply's wish to write once. Guarded by the {@link ScopeGate} that it was handed to. */
final class Claim {
    private final List<Route> routes;
    private final IntSupplier behind;
    private final long since;
    private Urgency urgency;
    private boolean withdrawn;

    /**
     * @param routes the ways that the write may go, the best first
     * @param behind how many characters the thread does not show yet; asked again and again
     * @param since when the waiting began, by the ticker
     */
    Claim(List<Route> routes, Urgency urgency, IntSupplier behind, long since) {
        this.routes = List.copyOf(routes);
        this.urgency = urgency;
        this.behind = behind;
        this.since = since;
    }

    List<RateScope> scopes() {
        return route().scopes();
    }

    /** The way that the write goes. */
    Route route() {
        return routes.getFirst();
    }

    Urgency urgency() {
        return urgency;
    }

    void hurry() {
        urgency = Urgency.FINAL;
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
