package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.Gate;
import parley.testing.RecordedLog;
import parley.testing.Watch;

final class CatchUpTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Watch watch = new Watch();
    private final RecordedLog log = RecordedLog.of(CatchUp.class);
    private final List<Instant> looked = new CopyOnWriteArrayList<>();
    private final Gate gate = new Gate();
    private volatile boolean held;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Instant now = NOON;
    private volatile Duration pauseTakes = Duration.ZERO;
    private final CatchUp catchUp = new CatchUp("Slack", this::look, HOUR, () -> now, this::pause);

    @AfterEach
    void close() {
        gate.open();
        catchUp.close();
        log.close();
    }

    private SearchTally look(Instant since) {
        looked.add(since);
        if (held) {
            held = false;
            pass();
        }
        switch (failures.poll()) {
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> {}
        }
        return new SearchTally(since, 3, 2, 1, 0);
    }

    private Duration pause(Duration pause) {
        pauses.add(pause);
        return pauseTakes;
    }

    private void pass() {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSearches(int many) {
        watch.await(many + " searches", () -> log.lines().size() >= many, () -> log.lines() + "");
    }

    @Test
    void since_aMoment_looksALittleFurtherBack_andSaysWhatWasFound() {
        assertThat(catchUp.told()).isEmpty();
        catchUp.since(NOON);
        awaitSearches(1);

        assertThat(looked).containsExactly(NOON.minus(CatchUp.MARGIN));
        assertThat(log.lines().getFirst())
                .isEqualTo(
                        "Looked in Slack for messages since 2026-03-01T11:59:30Z; channels read: 3,"
                                + " questions taken: 2, passed over: 1, channels not read to the"
                                + " end: 0");
        assertThat(catchUp.told().orElseThrow())
                .startsWith("at 2026-03-01T12:00:00Z for messages since 2026-03-01T11:59:30Z");
    }

    @Test
    void since_duringASearch_looksOnceMore_fromTheEarliest() {
        held = true;
        catchUp.since(Instant.EPOCH);
        gate.awaitReached();
        catchUp.since(NOON);
        catchUp.since(NOON.minusSeconds(60));
        catchUp.since(NOON);
        gate.open();
        awaitSearches(2);

        assertThat(looked)
                .containsExactly(Instant.EPOCH, NOON.minusSeconds(60).minus(CatchUp.MARGIN));
    }

    @Test
    void searchThatFails_isMadeAgainFromItsBeginning_everMoreSlowly() {
        for (int i = 0; i < 12; i++) {
            failures.add(new IllegalStateException("of somebody's words"));
        }
        catchUp.since(NOON);
        awaitSearches(13);

        assertThat(looked).hasSize(13).containsOnly(NOON.minus(CatchUp.MARGIN));
        assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        assertThat(log.lines().getFirst())
                .startsWith(
                        "The search for missed messages of Slack failed; it is made again\n"
                                + "java.lang.IllegalStateException: of somebody's words");
        assertThat(catchUp.told().orElseThrow()).contains("channels read: 3");
    }

    @Test
    void since_afterAFailure_isFoldedIntoTheNextSearch() {
        failures.add(new IllegalStateException("the store is away"));
        held = true;
        catchUp.since(NOON.minusSeconds(60));
        gate.awaitReached();
        catchUp.since(NOON);
        gate.open();
        awaitSearches(2);

        assertThat(looked).hasSize(2).containsOnly(NOON.minusSeconds(60).minus(CatchUp.MARGIN));
    }

    @Test
    void searchThatFails_isTold_andClosedWhileItWaits() {
        pauseTakes = Duration.ofDays(1);
        catchUp.since(NOON);
        awaitSearches(1);
        failures.add(new IllegalStateException("of somebody's words"));
        catchUp.since(NOON);
        awaitSearches(2);
        catchUp.close();

        assertThat(catchUp.told())
                .contains("at 2026-03-01T12:00:00Z in vain, as the log tells; it is made again");
        assertThat(looked).hasSize(2);
        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void searchThatEndsInAnError_isMadeAgainToo() {
        failures.add(new StackOverflowError());
        catchUp.since(NOON);
        awaitSearches(2);

        assertThat(looked).hasSize(2);
        assertThat(log.lines().getLast()).startsWith("Looked in Slack");
    }

    @Test
    void searchThatFails_whenAllOfItIsTooOld_isLetBe() {
        failures.add(new IllegalStateException("the store is away"));
        held = true;
        catchUp.since(NOON.minusSeconds(60));
        gate.awaitReached();
        now = NOON.plus(HOUR);
        gate.open();
        awaitSearches(1);
        assertThat(catchUp.told().orElseThrow()).endsWith("nothing of it can be answered any more");
        catchUp.since(now);
        awaitSearches(2);

        assertThat(looked).last().isEqualTo(now.minus(CatchUp.MARGIN));
    }

    @Test
    void switchedOff_looksForNothing() {
        try (CatchUp off = new CatchUp("Slack", this::look, Duration.ZERO, () -> NOON)) {
            off.since(NOON);
        }

        assertThat(looked).isEmpty();
    }

    @Test
    void closed_waitsForTheSearchUnderWay_andBeginsNoMore() {
        held = true;
        catchUp.since(NOON);
        gate.awaitReached();
        catchUp.since(NOON);
        gate.open();
        catchUp.close();
        catchUp.since(NOON);

        assertThat(catchUp.told()).isPresent();
        assertThat(looked).hasSizeBetween(1, 2);
    }
}
