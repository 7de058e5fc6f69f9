package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.contract.Events;

final class LatenessTest {
    private static final Contribution SAID =
            Contribution.plain(Events.mention("m1", "Are you there?"));

    private static Optional<String> remark(Duration wait) {
        Contribution told = Lateness.of(Events.NOON, Events.NOON.plus(wait)).tellWith(SAID);
        assertThat(told.with(List.of(), Optional.empty())).isEqualTo(SAID);
        return told.remark();
    }

    @Test
    void questionThatWaited_isMarked() {
        assertThat(remark(Duration.ofMinutes(23)))
                .contains("This question waited 23 minutes before I could answer it.");
        assertThat(remark(Duration.ofMinutes(150)))
                .contains("This question waited 2 hours before I could answer it.");
    }

    @Test
    void questionThatIsAnsweredAtOnce_orComesFromAClockAhead_isNot() {
        assertThat(remark(Duration.ofSeconds(119))).isEmpty();
        assertThat(remark(Duration.ofMinutes(-5))).isEmpty();
    }
}
