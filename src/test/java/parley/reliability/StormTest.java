package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real process, killed at any moment while eight people ask: a few times, or many times. */
final class StormTest {
    private static final int MANY = Integer.getInteger("reliability.kills", 200);

    /** Kept for who wants to know what went wrong. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest
    @EnumSource
    void killedThreeTimes_everyQuestionHasOneWholeAnswer(Where where) throws Exception {
        play(where, 3, Duration.ofSeconds(3));
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void killedManyTimes_everyQuestionHasOneWholeAnswer(Where where) throws Exception {
        play(where, MANY, Duration.ofSeconds(5));
    }

    private void play(Where where, int kills, Duration longest) throws InterruptedException {
        long seed = Long.getLong("reliability.seed", System.nanoTime());
        try (Surface surface = where.open();
                Storm storm = new Storm(surface, folder, Map.of(), seed)) {
            Tally tally = storm.begin().kill(kills, longest).end();
            System.out.printf(
                    "%s under load, seed %d: %s; asked so often: %s%n",
                    where, seed, tally, storm.requests());
            storm.faults().forEach(System.out::println);

            assertThat(storm.deaths()).isZero();
            assertThat(tally.whole()).as(tally.toString()).isTrue();
        }
    }
}
