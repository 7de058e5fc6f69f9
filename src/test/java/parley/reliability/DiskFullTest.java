package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real process with its database on a file system of some megabytes, which {@code
 * -Dreliability.small} names. It runs full while eight people ask, and is given room again, some
 * times over; in the last of them the program dies as well, and starts where there is no room.
 */
@Tag("long")
@EnabledIfSystemProperty(named = "reliability.small", matches = ".+")
final class DiskFullTest {
    private static final int TIMES = 4;
    private static final int ANSWERS_BETWEEN = 10;
    private static final int CROWD = 24;
    private static final Duration FULL = Duration.ofSeconds(20);
    private static final Path SMALL = Path.of(System.getProperty("reliability.small", "."));

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void diskFullUnderLoad_noAcknowledgedQuestionIsLost(Where where) throws Exception {
        long seed = Long.getLong("reliability.seed", System.nanoTime());
        Path database = SMALL.resolve("%s-%d.db".formatted(where, seed));
        Map<String, String> settings = Map.of("PARLEY_DATABASE", "jdbc:sqlite:" + database);
        Ballast ballast = new Ballast(SMALL);
        try (Surface surface = where.open();
                Storm storm = new Storm(surface, folder, settings, seed)) {
            storm.begin();
            int meanwhile = 0;
            for (int time = 1; time <= TIMES; time++) {
                storm.awaitAnswers(ANSWERS_BETWEEN);
                int before = storm.asked();
                fill(ballast, storm);
                if (time == TIMES) {
                    dieAndStart(ballast, storm);
                }
                meanwhile += storm.asked() - before;
                ballast.drop();
                storm.awaitHealth(true);
            }
            Tally tally = storm.end();
            System.out.printf(
                    "%s, disk full %d times, seed %d: %s; %d were asked meanwhile, %d events or"
                            + " requests came again; asked so often: %s%n",
                    where, TIMES, seed, tally, meanwhile, surface.toldAgain(), storm.requests());
            storm.faults().forEach(System.out::println);

            assertThat(tally.whole()).as(tally.toString()).isTrue();
        } finally {
            ballast.drop();
        }
    }

    /** What SQLite has already it goes on using: only when health says so is there no room. */
    private static void fill(Ballast ballast, Storm storm) {
        ballast.fill();
        storm.awaitHealth(false);
        ballast.fill();
        storm.crowd(CROWD);
        LockSupport.parkNanos(FULL.toNanos());
    }

    private static void dieAndStart(Ballast ballast, Storm storm) {
        storm.kill(1, Duration.ofSeconds(1));
        ballast.fill();
        LockSupport.parkNanos(FULL.toNanos());
    }
}
