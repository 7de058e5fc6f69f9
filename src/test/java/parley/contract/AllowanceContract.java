package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.CHANNEL;
import static parley.contract.Events.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.UserId;
import parley.rule.Allowance;
import parley.rule.Allowance.Grant;
import parley.rule.Allowance.Quota;
import parley.rule.Allowance.Wish;
import parley.rule.LimitReached;
import parley.rule.LimitReached.Whose;

/** What every {@link Allowance} must do. */
public abstract class AllowanceContract {
    private static final Grant TAKEN = new Grant.Taken();
    private static final ChannelId OTHER = new ChannelId(CHANNEL.workspace(), "other");

    /** An allowance of an empty store, the same for the whole test. */
    protected abstract Allowance allowance();

    /** The same after the program was started again. */
    protected abstract Allowance restarted();

    private static Wish wish(Author person, String... events) {
        return new Wish(CHANNEL, person.id(), Stream.of(events).map(EventId::new).toList());
    }

    private static Quota hour(int most) {
        return new Quota(OptionalInt.of(most), OptionalInt.empty(), false);
    }

    private static Quota person(int most) {
        return new Quota(OptionalInt.empty(), OptionalInt.of(most), false);
    }

    private static Quota waiting(int most) {
        return new Quota(OptionalInt.of(most), OptionalInt.empty(), true);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static Grant later(Whose whose, int most, int second, boolean reserved) {
        return new Grant.Later(new LimitReached(whose, most, at(second)), reserved);
    }

    private Grant take(String event, Quota quota, int second) {
        return allowance().take(wish(ANN, event), quota, at(second));
    }

    @Test
    void take_beyondTheChannels_isToldTheSecondAtWhichTheFirstIsAnHourOld() {
        assertThat(take("e1", hour(2), 0)).isEqualTo(TAKEN);
        assertThat(take("e2", hour(2), 100)).isEqualTo(TAKEN);

        assertThat(take("e3", hour(2), 200)).isEqualTo(later(Whose.CHANNEL, 2, 3_600, false));
        assertThat(take("e3", hour(2), 3_599)).isEqualTo(later(Whose.CHANNEL, 2, 3_600, false));
        assertThat(take("e3", hour(2), 3_600)).isEqualTo(TAKEN);
        assertThat(take("e4", hour(2), 3_600)).isEqualTo(later(Whose.CHANNEL, 2, 3_700, false));
    }

    @Test
    void take_beyondAPersons_othersAndOtherChannelsGoOn() {
        assertThat(take("e1", person(1), 0)).isEqualTo(TAKEN);

        assertThat(take("e2", person(1), 1)).isEqualTo(later(Whose.PERSON, 1, 3_600, false));
        assertThat(allowance().take(wish(BOB, "e3"), person(1), at(1))).isEqualTo(TAKEN);
        var elsewhere = new Wish(OTHER, ANN.id(), List.of(new EventId("e4")));
        assertThat(allowance().take(elsewhere, person(1), at(1))).isEqualTo(TAKEN);
    }

    @Test
    void take_bothLimits_tellsTheOneThatLastsLonger() {
        assertThat(allowance().take(wish(BOB, "e1"), hour(9), at(0))).isEqualTo(TAKEN);
        assertThat(take("e2", hour(9), 60)).isEqualTo(TAKEN);
        var both = new Quota(OptionalInt.of(2), OptionalInt.of(1), false);

        assertThat(take("e3", both, 61)).isEqualTo(later(Whose.PERSON, 1, 3_660, false));
        assertThat(allowance().take(wish(new Author(new UserId("U9"), "x"), "e4"), both, at(61)))
                .isEqualTo(later(Whose.CHANNEL, 2, 3_600, false));
    }

    @Test
    void take_sameWishAgain_countsOnceAlsoAfterARestart() {
        assertThat(take("e1", hour(2), 0)).isEqualTo(TAKEN);
        assertThat(take("e1", hour(2), 1)).isEqualTo(TAKEN);
        assertThat(restarted().take(wish(ANN, "e1", "e1b"), hour(2), at(2))).isEqualTo(TAKEN);

        assertThat(take("e2", hour(2), 3)).isEqualTo(TAKEN);
        assertThat(take("e3", hour(2), 4)).isEqualTo(later(Whose.CHANNEL, 2, 3_600, false));
    }

    @Test
    void take_refused_countsNothing() {
        assertThat(take("e1", hour(1), 0)).isEqualTo(TAKEN);
        for (int i = 2; i < 9; i++) {
            assertThat(take("e" + i, hour(1), i)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, false));
        }

        assertThat(take("e9", hour(1), 3_600)).isEqualTo(TAKEN);
    }

    @Test
    void take_withoutLimits_countsForLater() {
        var none = new Quota(OptionalInt.empty(), OptionalInt.empty(), false);
        assertThat(take("e1", none, 0)).isEqualTo(TAKEN);
        assertThat(take("e2", none, 5)).isEqualTo(TAKEN);

        assertThat(take("e3", hour(1), 6)).isEqualTo(later(Whose.CHANNEL, 1, 3_605, false));
    }

    @Test
    void take_waiting_hasItsPlaceInOrderAndKeepsIt() {
        assertThat(take("e1", waiting(2), 0)).isEqualTo(TAKEN);
        assertThat(take("e2", waiting(2), 60)).isEqualTo(TAKEN);

        assertThat(take("e3", waiting(2), 70)).isEqualTo(later(Whose.CHANNEL, 2, 3_600, true));
        assertThat(take("e4", waiting(2), 71)).isEqualTo(later(Whose.CHANNEL, 2, 3_660, true));
        assertThat(take("e5", waiting(2), 72)).isEqualTo(later(Whose.CHANNEL, 2, 7_200, true));
        assertThat(take("e3", waiting(2), 73)).isEqualTo(later(Whose.CHANNEL, 2, 3_600, true));
        assertThat(restarted().take(wish(ANN, "e4"), waiting(2), at(3_659)))
                .isEqualTo(later(Whose.CHANNEL, 2, 3_660, true));
        assertThat(restarted().hasTaken(wish(ANN, "e4"), at(3_659))).isFalse();
        assertThat(restarted().hasTaken(wish(ANN, "e4"), at(3_660))).isTrue();
        assertThat(take("e4", waiting(2), 3_660)).isEqualTo(TAKEN);
        assertThat(take("e3", waiting(2), 3_700)).isEqualTo(TAKEN);
    }

    @Test
    void take_newcomerAtTheTimeOfOneThatWaits_comesBehindIt() {
        assertThat(take("e1", waiting(1), 0)).isEqualTo(TAKEN);
        assertThat(take("e2", waiting(1), 10)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, true));

        assertThat(take("e3", hour(1), 3_600)).isEqualTo(later(Whose.CHANNEL, 1, 7_200, false));
        assertThat(take("e2", waiting(1), 3_600)).isEqualTo(TAKEN);
    }

    @Test
    void take_waitingWhenTheLimitIsRaised_comesEarlier() {
        assertThat(take("e1", waiting(1), 0)).isEqualTo(TAKEN);
        assertThat(take("e2", waiting(1), 10)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, true));
        assertThat(take("e3", waiting(1), 11)).isEqualTo(later(Whose.CHANNEL, 1, 7_200, true));

        assertThat(take("e2", waiting(2), 20)).isEqualTo(TAKEN);
        assertThat(take("e3", waiting(2), 20)).isEqualTo(later(Whose.CHANNEL, 2, 3_600, true));
    }

    @Test
    void take_waitingThatMayWaitNoLonger_givesItsPlaceBack() {
        assertThat(take("e1", waiting(1), 0)).isEqualTo(TAKEN);
        assertThat(take("e2", waiting(1), 10)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, true));
        assertThat(take("e2", hour(1), 20)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, false));

        assertThat(take("e3", waiting(1), 30)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, true));
    }

    @Test
    void take_furtherOffThanAnyoneWaits_isRefused() {
        assertThat(take("e1", waiting(1), 0)).isEqualTo(TAKEN);
        assertThat(take("e2", waiting(1), 0)).isEqualTo(later(Whose.CHANNEL, 1, 3_600, true));
        assertThat(take("e3", waiting(1), 0)).isEqualTo(later(Whose.CHANNEL, 1, 7_200, true));

        assertThat(Allowance.LONGEST_WAIT).isEqualTo(Duration.ofHours(2));
        assertThat(take("e4", waiting(1), 0)).isEqualTo(later(Whose.CHANNEL, 1, 10_800, false));
    }

    @Test
    void take_byMany_neverGivesMoreThanThereAre() throws Exception {
        List<Callable<Grant>> takers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String event = "e" + i;
            takers.add(() -> take(event, hour(10), 0));
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            int taken = 0;
            for (Future<Grant> each : pool.invokeAll(takers)) {
                taken += each.get().equals(TAKEN) ? 1 : 0;
            }
            assertThat(taken).isEqualTo(10);
        }
    }
}
