package parley.responder;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.chat.RateScope;
import parley.chat.Ticker;

/**
 * Who may write next: the claims that wait and the pacers of all scopes of one platform. Never
 * sleeps; not thread-safe.
 */
final class ClaimQueue {
    /** How many scopes are remembered before those without a recent write are forgotten. */
    private static final int MANY_SCOPES = 1_000;

    private final Ticker ticker;
    private final Map<String, EditPacer> pacers = new HashMap<>();
    private final Set<Claim> waiting = new LinkedHashSet<>();
    private int sweepAt = MANY_SCOPES;

    ClaimQueue(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What to do now. */
    sealed interface Decision {
        /** That claim writes now; it has left the queue with its permits. */
        record Grant(Claim claim) implements Decision {}

        /**
         * No claim may write before so many nanoseconds, unless a write lands; {@link
         * EditPacer#UNTIL_LANDED} when time alone changes nothing.
         */
        record Wait(long nanos) implements Decision {}
    }

    void add(Claim claim) {
        waiting.add(claim);
    }

    /** Takes a claim out that was not granted yet. */
    void remove(Claim claim) {
        waiting.remove(claim);
    }

    boolean holds(Claim claim) {
        return waiting.contains(claim);
    }

    Decision next() {
        @Nullable Claim best = null;
        long soonest = EditPacer.UNTIL_LANDED;
        for (Claim claim : waiting) {
            long nanos = nanosUntil(claim);
            if (nanos > 0) {
                soonest = Math.min(soonest, nanos);
            } else if (best == null || claim.before(best)) {
                best = claim;
            }
        }
        if (best == null) {
            return new Decision.Wait(soonest);
        }
        waiting.remove(best);
        best.scopes().forEach(scope -> pacer(scope).take());
        return new Decision.Grant(best);
    }

    private long nanosUntil(Claim claim) {
        long longest = 0;
        for (RateScope scope : claim.scopes()) {
            longest = Math.max(longest, pacer(scope).nanosUntil(claim.urgency()));
        }
        return longest;
    }

    void landed(Claim claim) {
        claim.scopes().forEach(scope -> pacer(scope).landed());
    }

    void giveBack(Claim claim) {
        claim.scopes().forEach(scope -> pacer(scope).giveBack());
    }

    /** The platform does not say which budget it was, so all that the write counts against rest. */
    void coolOff(Claim claim, Duration retryAfter) {
        claim.scopes().forEach(scope -> pacer(scope).coolOff(retryAfter));
    }

    /** How many scopes are remembered. */
    int scopes() {
        return pacers.size();
    }

    private EditPacer pacer(RateScope scope) {
        EditPacer known = pacers.get(scope.name());
        if (known == null) {
            sweep();
            known = new EditPacer(scope, ticker);
            pacers.put(scope.name(), known);
        }
        known.adopt(scope);
        return known;
    }

    private void sweep() {
        if (pacers.size() >= sweepAt) {
            pacers.values().removeIf(EditPacer::isIdle);
            sweepAt = Math.max(MANY_SCOPES, 2 * pacers.size());
        }
    }
}
