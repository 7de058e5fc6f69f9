package parley.responder;

import java.util.List;
import java.util.function.IntSupplier;
import parley.chat.RateScope;

/** One reply's wish to write once. Guarded by the {@link ScopeGate} that it was handed to. */
final class Claim {
    private final List<RateScope> scopes;
    private final IntSupplier behind;
    private final long since;
    private Urgency urgency;
    private boolean withdrawn;

    /**
     * @param scopes the budgets that the write counts against
     * @param behind how many characters the thread does not show yet; asked again and again
     * @param since when the waiting began, by the ticker
     */
    Claim(List<RateScope> scopes, Urgency urgency, IntSupplier behind, long since) {
        this.scopes = List.copyOf(scopes);
        this.urgency = urgency;
        this.behind = behind;
        this.since = since;
    }

    List<RateScope> scopes() {
        return scopes;
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
