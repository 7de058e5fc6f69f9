package parley.responder;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.Ticker;

/**
 * One reply's way through the {@link ScopeGate}. The reply keeps its place among those who wait
 * until it has written, also when it claims anew because it wants to write something else by now.
 * One thread goes through it; any thread may turn it back.
 */
final class Passage {
    private final ScopeGate gate;
    private final IntSupplier behind;
    private final Ticker ticker;
    private volatile @Nullable Claim waiting;
    private OptionalLong since = OptionalLong.empty();

    /**
     * @param behind how many characters the thread does not show yet
     */
    Passage(ScopeGate gate, IntSupplier behind, Ticker ticker) {
        this.gate = gate;
        this.behind = behind;
        this.ticker = ticker;
    }

    /**
     * Waits for the permits of one of the routes. {@link #wrote} or {@link #giveBack} must follow.
     *
     * @param stale whether this write is not what it comes to any more; asked once, after which
     *     {@link #turnBack} is heard
     * @return empty when it was turned back or interrupted, or is stale
     */
    Optional<Claim> enter(List<Route> routes, Urgency urgency, BooleanSupplier stale) {
        long began = since.orElseGet(ticker::nanos);
        since = OptionalLong.of(began);
        Claim claim = new Claim(routes, urgency, behind, began);
        waiting = claim;
        try {
            return !stale.getAsBoolean() && gate.pass(claim)
                    ? Optional.of(claim)
                    : Optional.empty();
        } finally {
            waiting = null;
        }
    }

    /** The write that waits shall wait no longer: what it was for has changed. */
    void turnBack() {
        Claim claim = waiting;
        if (claim != null) {
            gate.withdraw(claim);
        }
    }

    /** Nothing is to be written: the place is given up. */
    void leave() {
        since = OptionalLong.empty();
    }

    /** Nothing was written. */
    void giveBack(Claim claim) {
        gate.giveBack(claim);
    }

    /** The write ended so, or was given up. */
    void wrote(Claim claim, SendResult result) {
        since = OptionalLong.empty();
        if (result instanceof SendResult.RateLimited limited) {
            gate.coolOff(claim, limited);
        } else {
            gate.landed(claim);
        }
    }
}
