package parley.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.rule.LimitReached.Whose;

final class LimitReachedTest {
    private static final Instant UNTIL = Instant.parse("2026-11-21T14:32:00Z");
    private static final LimitReached CHANNEL = new LimitReached(Whose.CHANNEL, 10, UNTIL);

    private static Instant before(int seconds) {
        return UNTIL.minusSeconds(seconds);
    }

    @Test
    void sentence_ofAChannel_saysWhenTheNextMayCome() {
        assertThat(CHANNEL.sentence(before(12 * 60)))
                .isEqualTo(
                        "This channel has had its 10 answers of this hour. The next may come at"
                                + " 14:32 UTC, in 12 minutes.");
    }

    @Test
    void sentence_ofAPerson_speaksToThem() {
        assertThat(new LimitReached(Whose.PERSON, 1, UNTIL).sentence(before(30)))
                .isEqualTo(
                        "You have had your one answer of this hour in this channel. The next may"
                                + " come at 14:32 UTC, in a minute.");
    }

    @Test
    void time_withSeconds_isTheMinuteAtWhichItIsTrue() {
        LimitReached limit = new LimitReached(Whose.CHANNEL, 10, before(1));

        assertThat(limit.time()).isEqualTo("14:32 UTC");
        assertThat(new LimitReached(Whose.CHANNEL, 10, UNTIL.plusNanos(1)).time())
                .isEqualTo("14:33 UTC");
    }

    @Test
    void in_anyTime_isNeverTooShort() {
        assertThat(CHANNEL.in(before(60))).isEqualTo("in a minute");
        assertThat(CHANNEL.in(before(61))).isEqualTo("in 2 minutes");
        assertThat(CHANNEL.in(UNTIL.minus(Duration.ofHours(3)))).isEqualTo("in 3 hours");
    }

    @Test
    void waiting_ofAChannel_saysUntilWhenAndWhy() {
        assertThat(CHANNEL.waiting())
                .isEqualTo(
                        "Waiting until 14:32 UTC: this channel has had its 10 answers of this hour");
    }
}
