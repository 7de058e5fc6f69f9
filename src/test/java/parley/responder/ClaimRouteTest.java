package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.responder.Urgency.FINAL;
import static parley.responder.Urgency.FIRST;
import static parley.responder.Urgency.MIDDLE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.testing.ManualTicker;

/** Which of its routes a claim goes, and what is kept for finals. */
final class ClaimRouteTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final RateScope STARTS = scope("starts", 1, 20);
    private static final RateScope POSTS = scope("posts", 1, 3);
    private static final RateScope WORKSPACE = scope("workspace", 2, 60);

    private final ManualTicker time = new ManualTicker();
    private final ClaimQueue queue = new ClaimQueue(time);

    private static RateScope scope(String name, int permits, int seconds) {
        return new RateScope(name, permits, Duration.ofSeconds(seconds));
    }

    private static Route by(RateScope... scopes) {
        return new Route("by " + scopes[0].name(), List.of(scopes));
    }

    private Claim claim(Urgency urgency, Route... routes) {
        Claim claim = new Claim(List.of(routes), urgency, () -> 1, time.nanos());
        queue.add(claim);
        return claim;
    }

    private void assertGranted(Claim claim, RateScope way) {
        assertThat(queue.next()).isEqualTo(new ClaimQueue.Decision.Grant(claim));
        assertThat(claim.route().name()).isEqualTo("by " + way.name());
    }

    private void assertWrites(Claim claim, RateScope way) {
        assertGranted(claim, way);
        queue.landed(claim);
    }

    private void assertWaits(long nanos) {
        assertThat(queue.next()).isEqualTo(new ClaimQueue.Decision.Wait(nanos));
    }

    @Test
    void next_severalRoutes_goesALaterOneOnlyWhileNoEarlierOneHasRoom() {
        assertWrites(claim(MIDDLE, by(STARTS), by(POSTS)), STARTS);
        assertWrites(claim(MIDDLE, by(STARTS), by(POSTS)), POSTS);
        time.advance(20 * SECOND);

        assertWrites(claim(MIDDLE, by(STARTS), by(POSTS)), STARTS);
    }

    @Test
    void next_noRouteHasRoom_waitsForTheSoonestToTheNanosecond() {
        assertWrites(claim(MIDDLE, by(STARTS)), STARTS);
        assertWrites(claim(MIDDLE, by(POSTS)), POSTS);
        time.advance(7);
        Claim waiting = claim(MIDDLE, by(STARTS), by(POSTS));

        assertWaits(3 * SECOND - 7);
        time.advance(3 * SECOND - 8);
        assertWaits(1);
        time.advance(1);
        assertWrites(waiting, POSTS);
    }

    @Test
    void next_routeHasRoomInOneScopeOnly_isNotGone() {
        assertWrites(claim(FINAL, by(WORKSPACE)), WORKSPACE);
        assertWrites(claim(FINAL, by(WORKSPACE)), WORKSPACE);

        assertWrites(claim(FINAL, by(STARTS, WORKSPACE), by(POSTS)), POSTS);
    }

    @Test
    void next_scopeSharedByRoutes_isCountedOnceForEachWrite() {
        RateScope other = scope("other", 9, 60);
        for (RateScope way : List.of(STARTS, other)) {
            assertWrites(claim(FINAL, by(STARTS, WORKSPACE), by(other, WORKSPACE)), way);
        }
        claim(FINAL, by(STARTS, WORKSPACE), by(other, WORKSPACE));

        assertWaits(60 * SECOND);
    }

    @Test
    void next_scopeNamedTwiceInARoute_isCountedOnce() {
        Claim twice = claim(MIDDLE, by(STARTS, STARTS));
        assertGranted(twice, STARTS);
        queue.giveBack(twice);

        assertWrites(claim(MIDDLE, by(STARTS)), STARTS);
    }

    @Test
    void next_shareForFinals_sendsMiddlesTheOtherWay() {
        assertWrites(claim(FIRST, by(WORKSPACE), by(POSTS)), WORKSPACE);

        assertWrites(claim(FIRST, by(WORKSPACE), by(POSTS)), POSTS);
        assertWrites(claim(FINAL, by(WORKSPACE), by(POSTS)), WORKSPACE);
    }

    @Test
    void giveBack_grantedRoute_isFreeAndTheOthersUntouched() {
        Claim claim = claim(MIDDLE, by(STARTS), by(POSTS));
        assertGranted(claim, STARTS);
        queue.giveBack(claim);

        assertWrites(claim(MIDDLE, by(STARTS)), STARTS);
        assertWrites(claim(MIDDLE, by(POSTS)), POSTS);
    }

    @Test
    void coolOff_grantedRoute_restsAndTheOthersGoOn() {
        Claim limited = claim(MIDDLE, by(STARTS), by(POSTS));
        assertGranted(limited, STARTS);
        queue.coolOff(limited, new SendResult.RateLimited(Duration.ofHours(1)));
        queue.landed(limited);

        assertWrites(claim(FINAL, by(STARTS), by(POSTS)), POSTS);
        claim(FINAL, by(STARTS));
        assertWaits(3600 * SECOND);
    }

    @Test
    void next_finalNeedsTwoScopesThatAreNeverFreeTogether_isNotStarvedByMiddles() {
        RateScope a = scope("a", 1, 2);
        RateScope b = scope("b", 1, 2);
        assertWrites(claim(MIDDLE, by(a)), a);
        time.advance(SECOND);
        assertWrites(claim(MIDDLE, by(b)), b);
        Claim last = claim(FINAL, by(a, b));
        Claim first = claim(MIDDLE, by(a));
        Claim second = claim(MIDDLE, by(b));

        time.advance(SECOND);
        assertWaits(SECOND);
        time.advance(SECOND);
        assertWrites(last, a);
        time.advance(2 * SECOND);
        assertWrites(first, a);
        assertWrites(second, b);
    }

    @Test
    void next_finalWaitsForAWriteUnderWay_keepsItsOtherScopes() {
        Claim underWay = claim(MIDDLE, by(STARTS));
        assertGranted(underWay, STARTS);
        Claim last = claim(FINAL, by(STARTS, POSTS));
        Claim first = claim(FIRST, by(POSTS));

        assertWaits(EditPacer.UNTIL_LANDED);
        queue.landed(underWay);
        assertWrites(first, POSTS);
        time.advance(20 * SECOND);
        assertWrites(last, STARTS);
    }

    @Test
    void next_permitWouldBeBackBeforeTheFinalCanGo_isNotKept() {
        assertWrites(claim(MIDDLE, by(STARTS)), STARTS);
        Claim last = claim(FINAL, by(STARTS, POSTS));

        assertWrites(claim(MIDDLE, by(POSTS)), POSTS);
        time.advance(17 * SECOND);
        assertWrites(claim(MIDDLE, by(POSTS)), POSTS);
        time.advance(3 * SECOND - 1);
        Claim tooLate = claim(MIDDLE, by(POSTS));
        assertWaits(1);
        time.advance(1);
        assertWrites(last, STARTS);
        time.advance(3 * SECOND);
        assertWrites(tooLate, POSTS);
    }

    @Test
    void next_shareForFinalsIsEnough_middlesGoOn() {
        RateScope ten = scope("ten", 10, 60);
        assertWrites(claim(MIDDLE, by(STARTS)), STARTS);
        claim(FINAL, by(STARTS, ten));

        for (int i = 0; i < 8; i++) {
            assertWrites(claim(MIDDLE, by(ten)), ten);
        }
        claim(MIDDLE, by(ten));
        assertWaits(20 * SECOND);
    }

    @Test
    void next_youngerFinal_doesNotTakeWhatAnOlderOneWaitsFor() {
        assertWrites(claim(FINAL, by(POSTS)), POSTS);
        Claim older = claim(FINAL, by(POSTS, STARTS));
        time.advance(1);
        Claim younger = claim(FINAL, by(STARTS));

        assertWaits(3 * SECOND - 1);
        time.advance(3 * SECOND - 1);
        assertWrites(older, POSTS);
        time.advance(20 * SECOND);
        assertWrites(younger, STARTS);
    }
}
