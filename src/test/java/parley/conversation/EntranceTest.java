package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import parley.claude.Circuits;
import parley.claude.ClaudeException;
import parley.claude.Entry;
import parley.claude.ModelId;
import parley.claude.RetryHint;
import parley.testing.ScriptedClaude;
import parley.testing.VirtualTime;
import parley.usage.ChosenModel;
import parley.usage.ModelReason;

/** Which model a turn asks when, and what it says while it waits; no time is waited here. */
final class EntranceTest {
    private static final ModelId OPUS = new ModelId("opus");
    private static final ModelId HAIKU = new ModelId("haiku");
    private static final Throwable CAUSE = new IOException("test");

    private final VirtualTime time = new VirtualTime();
    private final Circuits circuits = new Circuits(time::nanos);
    private final ModelAccess access =
            new ModelAccess(new ScriptedClaude(), circuits, time, time, () -> 0);
    private final LiveTurn live = new LiveTurn();
    private final List<String> statuses = new ArrayList<>();

    private static ClaudeException overloaded() {
        return new ClaudeException.Overloaded("Overloaded.", "r", CAUSE);
    }

    private static ClaudeException limited(Duration after) {
        return new ClaudeException.RateLimited(
                "Many.", "r", new RetryHint(true, Optional.of(after)), CAUSE);
    }

    private static ClaudeException missing() {
        return new ClaudeException.NotFound("Missing.", "r", CAUSE);
    }

    private Entrance entrance(ModelId... models) {
        List<ChosenModel> chosen = new ArrayList<>();
        for (ModelId model : models) {
            chosen.add(
                    new ChosenModel(
                            model, chosen.isEmpty() ? ModelReason.PERSONA : ModelReason.FALLBACK));
        }
        return new Entrance(
                access, chosen, Patience.ofTurn(time), live, words -> statuses.add(words));
    }

    /** The next decision, with the time passing by itself for as long as it takes. */
    private Entrance.Next next(Entrance entrance) {
        var next =
                CompletableFuture.supplyAsync(
                        () -> entrance.next(() -> {}), Thread::startVirtualThread);
        while (!next.isDone()) {
            time.pass(1);
        }
        return next.join();
    }

    /** Asks until there is an end; says each time when and which model it was. */
    private List<String> run(
            Entrance entrance, Function<ModelId, Optional<ClaudeException>> server) {
        List<String> asked = new ArrayList<>();
        while (next(entrance) instanceof Entrance.Next.Ask(var pass)) {
            ModelId model = entrance.model().model();
            asked.add(time.elapsed().toMillis() + " " + model);
            Optional<ClaudeException> fault = server.apply(model);
            if (fault.isEmpty()) {
                pass.began();
                return asked;
            }
            pass.failed(fault.get());
            entrance.failed(fault.get(), false);
        }
        asked.add(time.elapsed().toMillis() + " over");
        return asked;
    }

    private void open(ModelId model, ClaudeException fault) {
        for (int i = 0; i < 3; i++) {
            ((Entry.Admitted) circuits.enter(model)).pass().failed(fault);
        }
    }

    @Test
    void overload_ofTwoMinutes_isOutwaitedWithFewRequests() {
        List<String> asked =
                run(
                        entrance(OPUS),
                        _ ->
                                Optional.of(overloaded())
                                        .filter(_ -> time.elapsed().toSeconds() < 120));

        assertThat(asked)
                .containsExactly(
                        "0 opus",
                        "500 opus",
                        "1500 opus",
                        "3500 opus",
                        "7500 opus",
                        "15500 opus",
                        "31500 opus",
                        "61500 opus",
                        "91500 opus",
                        "121500 opus");
        assertThat(statuses)
                .startsWith(
                        "Claude is overloaded, trying again in 1 s",
                        "Claude is overloaded, trying again in 1 s",
                        "Claude is overloaded, trying again in 2 s",
                        "Claude is overloaded, trying again in 4 s")
                .last()
                .isEqualTo("Claude is overloaded, trying again in 30 s");
    }

    @Test
    void overload_thatStays_isGivenUpWithinThePatience() {
        List<String> asked = run(entrance(OPUS), _ -> Optional.of(overloaded()));

        assertThat(asked).hasSizeLessThan(Patience.MOST_REQUESTS).last().isEqualTo("300000 over");
    }

    @Test
    void overload_thatIsOldAlready_isWaitedForAMinute() {
        run(entrance(OPUS), _ -> Optional.of(overloaded()));
        long before = time.elapsed().toMillis();

        List<String> asked = run(entrance(OPUS), _ -> Optional.of(overloaded()));

        assertThat(asked.getLast()).isEqualTo(before + 60_000 + " over");
    }

    @Test
    void oneFault_doesNotChangeTheModel() {
        var faults = new ArrayList<>(List.of(overloaded()));

        List<String> asked =
                run(
                        entrance(OPUS, HAIKU),
                        _ ->
                                faults.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(faults.removeFirst()));

        assertThat(asked).containsExactly("0 opus", "500 opus");
    }

    @Test
    void threeFaults_openTheCircuitAndTheNextModelIsAskedAtOnce() {
        Entrance entrance = entrance(OPUS, HAIKU);
        List<String> asked =
                run(entrance, model -> Optional.of(overloaded()).filter(_ -> model.equals(OPUS)));

        assertThat(asked).containsExactly("0 opus", "500 opus", "1500 opus", "1500 haiku");
        assertThat(entrance.standIn()).contains("haiku answered, because opus is overloaded.");
    }

    @Test
    void openCircuit_isPassedByAtOnce() {
        open(OPUS, overloaded());
        Entrance entrance = entrance(OPUS, HAIKU);

        assertThat(run(entrance, _ -> Optional.empty())).containsExactly("0 haiku");
        assertThat(entrance.standIn()).contains("haiku answered, because opus is overloaded.");
        assertThat(statuses).isEmpty();
    }

    @Test
    void allCircuitsOpen_theOneThatIsFirstDueIsTried() {
        open(OPUS, limited(Duration.ofSeconds(30)));
        open(HAIKU, overloaded());

        assertThat(run(entrance(OPUS, HAIKU), _ -> Optional.empty())).containsExactly("2000 haiku");
    }

    @Test
    void faultsOfThisTurnAlone_holdItForTenSecondsBeforeTheNextModel() {
        Entrance entrance = entrance(OPUS, HAIKU);
        List<String> asked =
                run(
                        entrance,
                        model -> {
                            ((Entry.Admitted) circuits.enter(model)).pass().began();
                            return Optional.of(overloaded()).filter(_ -> model.equals(OPUS));
                        });

        assertThat(asked)
                .containsExactly(
                        "0 opus", "500 opus", "1500 opus", "3500 opus", "7500 opus", "7500 haiku");
    }

    @Test
    void longRetryAfter_isNotWaitedFor() {
        assertThat(run(entrance(OPUS), _ -> Optional.of(limited(Duration.ofHours(1)))))
                .containsExactly("0 opus", "0 over");
        assertThat(statuses).isEmpty();
    }

    @Test
    void missingModel_isAskedOnceAndThenTheNext() {
        assertThat(
                        run(
                                entrance(OPUS, HAIKU),
                                model -> Optional.of(missing()).filter(_ -> model.equals(OPUS))))
                .containsExactly("0 opus", "0 haiku");
        assertThat(run(entrance(OPUS), _ -> Optional.empty())).containsExactly("0 over");
    }

    @Test
    void refusedKey_isShownToNobodyElse() {
        var fault =
                new ClaudeException.Unauthorized(
                        "No.", "r", ClaudeException.Unauthorized.Lack.KEY, CAUSE);

        assertThat(run(entrance(OPUS, HAIKU), _ -> Optional.of(fault)))
                .containsExactly("0 opus", "0 over");
        assertThat(next(entrance(OPUS, HAIKU)))
                .isEqualTo(new Entrance.Next.Over(Optional.of(fault)));
        time.advance(Duration.ofMinutes(1));
        assertThat(run(entrance(OPUS), _ -> Optional.empty())).containsExactly("60000 opus");
    }

    @Test
    void streamsThatBreak_areThreeOfAModelAtMost() {
        Entrance entrance = entrance(OPUS);
        int asked = 0;
        while (next(entrance) instanceof Entrance.Next.Ask(var pass)) {
            asked++;
            pass.began();
            entrance.failed(overloaded(), true);
        }

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void requests_areCountedWhateverTheyAreFor() {
        Entrance entrance = entrance(OPUS);
        for (int i = 0; i < Patience.MOST_REQUESTS; i++) {
            assertThat(next(entrance)).isInstanceOf(Entrance.Next.Ask.class);
            circuits.troubles();
            ((Entry.Admitted) circuits.enter(OPUS)).pass().began();
        }

        assertThat(next(entrance)).isEqualTo(new Entrance.Next.Over(Optional.empty()));
    }

    @Test
    void declined_anotherModelIsAskedWhereThereIsOne() {
        Entrance entrance = entrance(OPUS, HAIKU);
        assertThat(next(entrance)).isInstanceOf(Entrance.Next.Ask.class);

        assertThat(entrance.declined()).isTrue();
        assertThat(next(entrance)).isInstanceOf(Entrance.Next.Ask.class);
        assertThat(entrance.standIn()).contains("haiku answered, because opus declined.");
        assertThat(entrance.declined()).isFalse();
    }

    @Test
    void stop_endsTheWait() throws Exception {
        open(OPUS, overloaded());
        Entrance entrance = entrance(OPUS);
        var next =
                CompletableFuture.supplyAsync(
                        () -> entrance.next(() -> {}), Thread::startVirtualThread);
        time.awaitWaiting(1);

        live.signal(new Signal.Stop("Ada"));

        assertThat(next.get()).isEqualTo(new Entrance.Next.Interrupted(new Signal.Stop("Ada")));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void anAnswerOfOthers_endsTheWait() throws Exception {
        open(OPUS, overloaded());
        time.advance(Duration.ofSeconds(2));
        var trying = ((Entry.Admitted) circuits.enter(OPUS)).pass();
        Entrance entrance = entrance(OPUS);
        var next =
                CompletableFuture.supplyAsync(
                        () -> entrance.next(() -> {}), Thread::startVirtualThread);
        time.awaitWaiting(1);
        assertThat(statuses).containsExactly("Claude is overloaded, trying again");

        trying.began();

        assertThat(next.get()).isInstanceOf(Entrance.Next.Ask.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }
}
