package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.chat.RateScope;
import parley.chat.Route;

final class ScopeGateTest {
    private static final List<RateScope> LONG =
            List.of(new RateScope("long", 1, Duration.ofMinutes(10)));

    private final ScopeGate gate = new ScopeGate(System::nanoTime);
    private final BlockingQueue<String> passed = new LinkedBlockingQueue<>();

    private Claim claim(List<RateScope> scopes, Urgency urgency) {
        return new Claim(List.of(new Route("way", scopes)), urgency, () -> 0, System.nanoTime());
    }

    private void passInBackground(Claim claim, String name) {
        Thread.startVirtualThread(() -> passed.add(name + " " + gate.pass(claim)));
    }

    private String next() throws InterruptedException {
        return String.valueOf(passed.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void pass_permitGivenBack_letsTheNextOneIn() throws InterruptedException {
        Claim first = claim(LONG, Urgency.MIDDLE);
        assertThat(gate.pass(first)).isTrue();
        passInBackground(claim(LONG, Urgency.MIDDLE), "second");
        gate.giveBack(first);

        assertThat(next()).isEqualTo("second true");
    }

    @Test
    void pass_withdrawnWhileWaiting_saysNo() throws InterruptedException {
        assertThat(gate.pass(claim(LONG, Urgency.MIDDLE))).isTrue();
        Claim waiting = claim(LONG, Urgency.MIDDLE);
        passInBackground(waiting, "waiting");
        gate.withdraw(waiting);

        assertThat(next()).isEqualTo("waiting false");
    }

    @Test
    void pass_watchWithdrawn_anotherTakesOver() throws InterruptedException {
        List<RateScope> brief = List.of(new RateScope("brief", 1, Duration.ofMillis(100)));
        Claim first = claim(brief, Urgency.MIDDLE);
        assertThat(gate.pass(first)).isTrue();
        Claim watch = claim(brief, Urgency.MIDDLE);
        passInBackground(watch, "watch");
        passInBackground(claim(brief, Urgency.MIDDLE), "other");
        gate.withdraw(watch);
        assertThat(next()).isEqualTo("watch false");
        gate.landed(first);

        assertThat(next()).isEqualTo("other true");
    }

    @Test
    void pass_shortScopeBehindALongOne_isNotKeptWaitingByTheWatch() throws InterruptedException {
        List<RateScope> brief = List.of(new RateScope("brief", 1, Duration.ofMillis(20)));
        Claim blocker = claim(LONG, Urgency.MIDDLE);
        Claim before = claim(brief, Urgency.MIDDLE);
        assertThat(gate.pass(blocker)).isTrue();
        assertThat(gate.pass(before)).isTrue();
        gate.landed(blocker);
        Claim watch = claim(LONG, Urgency.MIDDLE);
        passInBackground(watch, "long");
        passInBackground(claim(brief, Urgency.MIDDLE), "brief");
        gate.landed(before);

        assertThat(next()).isEqualTo("brief true");
        gate.withdraw(watch);
        assertThat(next()).isEqualTo("long false");
    }

    @Test
    void pass_firstRouteFull_goesTheSecond() {
        assertThat(gate.pass(claim(LONG, Urgency.MIDDLE))).isTrue();
        Claim second =
                new Claim(
                        List.of(new Route("best", LONG), new Route("other", List.of())),
                        Urgency.MIDDLE,
                        () -> 0,
                        System.nanoTime());

        assertThat(gate.pass(second)).isTrue();
        assertThat(second.route().name()).isEqualTo("other");
    }

    @Test
    void pass_laterFinal_mayUseTheShareForFinals() throws InterruptedException {
        List<RateScope> two = List.of(new RateScope("two", 2, Duration.ofMinutes(10)));
        assertThat(gate.pass(claim(two, Urgency.MIDDLE))).isTrue();
        Claim waiting = claim(two, Urgency.MIDDLE);
        passInBackground(waiting, "middle");

        assertThat(gate.pass(claim(two, Urgency.FINAL))).isTrue();
        gate.withdraw(waiting);
        assertThat(next()).isEqualTo("middle false");
    }

    @Test
    void withdraw_finalThatWaited_freesWhatWasKeptForIt() throws InterruptedException {
        RateScope other = new RateScope("other", 1, Duration.ofMinutes(10));
        assertThat(gate.pass(claim(LONG, Urgency.MIDDLE))).isTrue();
        Claim last = claim(List.of(LONG.getFirst(), other), Urgency.FINAL);
        passInBackground(last, "final");
        passInBackground(claim(List.of(other), Urgency.MIDDLE), "middle");
        gate.withdraw(last);

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("final false", "middle true");
    }

    @Test
    void pass_interrupted_saysNoAndStaysInterrupted() throws InterruptedException {
        assertThat(gate.pass(claim(LONG, Urgency.MIDDLE))).isTrue();
        Thread.ofVirtual()
                .start(() -> {
                    Thread.currentThread().interrupt();
                    boolean may = gate.pass(claim(LONG, Urgency.FINAL));
                    passed.add(may + " " + Thread.currentThread().isInterrupted());
                });

        assertThat(next()).isEqualTo("false true");
    }
}
