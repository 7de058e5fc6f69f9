package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.command.ChangeRequest;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;
import parley.command.ChangeRequests;
import parley.command.Origin;

/** What every {@link ChangeRequests} must do. */
public abstract class ChangeRequestsContract {
    private static final Decision BY_BOB =
            new Decision(Events.BOB, Events.NOON.plus(Duration.ofMinutes(5)));

    /** Those of an empty store, the same for the whole test. */
    protected abstract ChangeRequests requests();

    private static ChangeRequest request(String id, Instant at) {
        return new ChangeRequest(
                id,
                new Origin(Events.CHANNEL, Optional.of(Events.THREAD), Events.ANN),
                "persona edit",
                Map.of("persona", "scribe", "text", "\"ü\" 🐙\n---\n"),
                at,
                State.OPEN,
                Optional.empty());
    }

    private State state(String id) {
        return requests().find(id).orElseThrow().state();
    }

    @Test
    void find_added_givesItBack() {
        ChangeRequest inThread = request("r1", Events.NOON);
        ChangeRequest outside =
                new ChangeRequest(
                        "r2",
                        new Origin(Events.CHANNEL, Optional.empty(), Events.ANN),
                        "persona set",
                        Map.of(),
                        Events.NOON,
                        State.APPROVED,
                        Optional.of(BY_BOB));
        requests().add(inThread);
        requests().add(outside);

        assertThat(requests().find("r1")).contains(inThread);
        assertThat(requests().find("r2")).contains(outside);
        assertThat(requests().find("r3")).isEmpty();
    }

    @Test
    void decide_open_keepsWhoAndWhen() {
        requests().add(request("r1", Events.NOON));

        assertThat(requests().decide("r1", State.REFUSED, BY_BOB)).isTrue();
        assertThat(state("r1")).isEqualTo(State.REFUSED);
        assertThat(requests().find("r1").orElseThrow().decision()).contains(BY_BOB);
    }

    @Test
    void decide_decidedOrUnknown_changesNothing() {
        requests().add(request("r1", Events.NOON));
        boolean first = requests().decide("r1", State.REFUSED, BY_BOB);

        assertThat(first).isTrue();
        assertThat(requests().decide("r1", State.APPROVED, BY_BOB)).isFalse();
        assertThat(requests().decide("r2", State.APPROVED, BY_BOB)).isFalse();
        assertThat(state("r1")).isEqualTo(State.REFUSED);
    }

    @Test
    void decide_manyAtOnce_oneWins() throws Exception {
        requests().add(request("r1", Events.NOON));
        Callable<Boolean> decision = () -> requests().decide("r1", State.APPROVED, BY_BOB);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> decision).toList());

            assertThat(all.stream().filter(Future::resultNow)).hasSize(1);
        }
    }

    @Test
    void unfinished_approvedAndNotClosed_oldestFirst() {
        requests().add(request("r1", Events.NOON.plusSeconds(1)));
        requests().add(request("r2", Events.NOON));
        requests().add(request("r3", Events.NOON));
        requests().add(request("r4", Events.NOON));
        for (String id : List.of("r1", "r2", "r3")) {
            assertThat(requests().decide(id, State.APPROVED, BY_BOB)).isTrue();
        }
        requests().close("r3");
        requests().close("r4");

        assertThat(requests().unfinished())
                .extracting(ChangeRequest::id)
                .containsExactly("r2", "r1");
        assertThat(state("r3")).isEqualTo(State.CLOSED);
        assertThat(state("r4")).isEqualTo(State.OPEN);
    }

    @Test
    void remove_oneOrOld_takesThoseAway() {
        requests().add(request("r1", Events.NOON));
        requests().add(request("r2", Events.NOON));
        requests().add(request("r3", Events.NOON.plusSeconds(1)));
        requests().remove("r1");

        assertThat(requests().find("r1")).isEmpty();
        assertThat(requests().find("r2")).isPresent();
        requests().removeBefore(Events.NOON.plusSeconds(1));
        assertThat(requests().find("r2")).isEmpty();
        assertThat(requests().find("r3")).isPresent();
    }
}
