package parley.responder;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.Ticker;

/**
 * Who may write next, and by which route: the claims that wait and the pacers of all scopes of one
 * platform. A claim goes the first of its routes that has room in every scope at that moment, so a
 * later one only while no earlier one has. A final that must wait has its permits {@linkplain Kept
 * kept}, so that those behind it never make it wait longer. Never sleeps; not thread-safe.
 */
final class ClaimQueue {
    private final Pacers pacers;
    private final Set<Claim> waiting = new LinkedHashSet<>();

    ClaimQueue(Ticker ticker) {
        pacers = new Pacers(ticker);
    }

    /** What to do now. */
    sealed interface Decision {
        /** That claim writes now, by its route; it has left the queue with its permits. */
        record Grant(Claim claim) implements Decision {}

        /**
         * No claim may write before so many nanoseconds, unless a write lands; {@link
         * EditPacer#UNTIL_LANDED} when time alone changes nothing.
         */
        record Wait(long nanos) implements Decision {}
    }

    /** The route that a claim could go the soonest. */
    private record Offer(Route route, long nanos) {}

    void add(Claim claim) {
        waiting.add(claim);
    }

    /** Takes a claim out; false when it was granted already, or taken out. */
    boolean remove(Claim claim) {
        return waiting.remove(claim);
    }

    boolean holds(Claim claim) {
        return waiting.contains(claim);
    }

    Decision next() {
        Kept kept = new Kept(pacers);
        long soonest = EditPacer.UNTIL_LANDED;
        for (Claim last : finals()) {
            Offer offer = offer(last, kept);
            if (offer.nanos() == 0) {
                return grant(last, offer.route());
            }
            soonest = Math.min(soonest, offer.nanos());
            kept.keep(offer.route(), offer.nanos());
        }
        return nextOfOthers(kept, soonest);
    }

    private List<Claim> finals() {
        return waiting.stream()
                .filter(claim -> claim.urgency() == Urgency.FINAL)
                .sorted(Claim.LONGEST_WAITING_FIRST)
                .toList();
    }

    private Decision nextOfOthers(Kept kept, long soonestFinal) {
        @Nullable Claim best = null;
        @Nullable Offer way = null;
        long soonest = soonestFinal;
        for (Claim claim : waiting) {
            if (claim.urgency() == Urgency.FINAL) {
                continue;
            }
            Offer offer = offer(claim, kept);
            if (offer.nanos() > 0) {
                soonest = Math.min(soonest, offer.nanos());
            } else if (best == null || claim.before(best)) {
                best = claim;
                way = offer;
            }
        }
        return best == null || way == null ? new Decision.Wait(soonest) : grant(best, way.route());
    }

    private Decision grant(Claim claim, Route route) {
        waiting.remove(claim);
        claim.grant(route);
        pacers.of(claim).forEach(EditPacer::take);
        return new Decision.Grant(claim);
    }

    private Offer offer(Claim claim, Kept kept) {
        ToLongFunction<Route> nanos = route -> nanosUntil(route.scopes(), claim.urgency(), kept);
        Route best = claim.routes().getFirst();
        long soonest = nanos.applyAsLong(best);
        for (int i = 1; i < claim.routes().size() && soonest > 0; i++) {
            Route route = claim.routes().get(i);
            long wait = nanos.applyAsLong(route);
            if (wait < soonest) {
                best = route;
                soonest = wait;
            }
        }
        return new Offer(best, soonest);
    }

    private long nanosUntil(List<RateScope> scopes, Urgency urgency, Kept kept) {
        long longest = 0;
        for (RateScope scope : scopes) {
            long nanos = pacers.of(scope).nanosUntil(urgency, kept.in(scope));
            longest = Math.max(longest, nanos);
        }
        return longest;
    }

    void landed(Claim claim) {
        pacers.of(claim).forEach(EditPacer::landed);
    }

    void giveBack(Claim claim) {
        pacers.of(claim).forEach(EditPacer::giveBack);
    }

    /**
     * The budget that the platform names rests; where it names none, all that the write counted
     * against: the scopes of the route that it went, and no others.
     */
    void coolOff(Claim claim, SendResult.RateLimited limited) {
        claim.route().scopes().stream()
                .filter(scope -> limited.scope().map(scope.name()::equals).orElse(true))
                .forEach(scope -> pacers.of(scope).coolOff(limited.retryAfter()));
    }

    /** How many scopes are remembered. */
    int scopes() {
        return pacers.size();
    }
}
