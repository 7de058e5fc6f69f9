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

final class ClaimQueueTest {
    private static final RateScope CHANNEL = new RateScope("channel", 1, Duration.ofSeconds(1));
    private static final RateScope WORKSPACE = new RateScope("all", 100, Duration.ofMinutes(1));

    private final ManualTicker time = new ManualTicker();
    private final ClaimQueue queue = new ClaimQueue(time);

    private Claim claim(Urgency urgency, int behind, RateScope... scopes) {
        Claim claim =
                new Claim(
                        List.of(new Route("way", List.of(scopes))),
                        urgency,
                        () -> behind,
                        time.nanos());
        queue.add(claim);
        time.advance(1);
        return claim;
    }

    private void assertGranted(Claim claim) {
        assertThat(queue.next()).isEqualTo(new ClaimQueue.Decision.Grant(claim));
        queue.landed(claim);
    }

    private void assertWaits(long nanos) {
        assertThat(queue.next()).isEqualTo(new ClaimQueue.Decision.Wait(nanos));
    }

    @Test
    void next_severalClaims_finalThenFirstThenFurthestBehind() {
        Claim little = claim(MIDDLE, 10, WORKSPACE);
        Claim much = claim(MIDDLE, 500, WORKSPACE);
        Claim alsoMuch = claim(MIDDLE, 500, WORKSPACE);
        Claim first = claim(FIRST, 3, WORKSPACE);
        Claim last = claim(FINAL, 1, WORKSPACE);

        assertGranted(last);
        assertGranted(first);
        assertGranted(much);
        assertGranted(alsoMuch);
        assertGranted(little);
        assertWaits(EditPacer.UNTIL_LANDED);
    }

    @Test
    void next_oneScopeUsedUp_waitsForThatOneToTheNanosecond() {
        assertGranted(claim(MIDDLE, 1, CHANNEL, WORKSPACE));
        Claim second = claim(MIDDLE, 1, CHANNEL, WORKSPACE);

        assertWaits(Duration.ofSeconds(1).toNanos() - 1);
        time.advance(Duration.ofSeconds(1).toNanos() - 1);
        assertGranted(second);
    }

    @Test
    void next_blockedClaim_letsOthersPass() {
        assertGranted(claim(FINAL, 1, CHANNEL, WORKSPACE));
        claim(FINAL, 1, CHANNEL, WORKSPACE);
        Claim elsewhere = claim(MIDDLE, 1, WORKSPACE);

        assertGranted(elsewhere);
    }

    @Test
    void next_noScopes_goesAtOnce() {
        assertGranted(claim(MIDDLE, 0));
    }

    @Test
    void coolOff_allScopesOfTheWrite_rest() {
        Claim limited = claim(MIDDLE, 1, CHANNEL, WORKSPACE);
        assertGranted(limited);
        queue.coolOff(limited, new SendResult.RateLimited(Duration.ofSeconds(9)));
        claim(FINAL, 1, WORKSPACE);

        assertWaits(Duration.ofSeconds(9).toNanos() - 1);
    }

    @Test
    void next_manyScopes_areForgottenOnceIdle() {
        for (int i = 0; i < 5_000; i++) {
            assertGranted(claim(MIDDLE, 1, new RateScope("c" + i, 1, Duration.ofNanos(10))));
        }

        assertThat(queue.scopes()).isLessThanOrEqualTo(1_001);
    }
}
