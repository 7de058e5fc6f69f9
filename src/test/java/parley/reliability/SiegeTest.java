package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real process, killed at its outside operations: at some of them in every build, at each of
 * them in the long run.
 */
final class SiegeTest {
    /** Kept for who wants to know what went wrong. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest
    @CsvSource({"SLACK, 21, BEFORE", "DISCORD, 30, AFTER", "PLAYGROUND, 17, AFTER"})
    void killedAtOneOperation_everyQuestionHasOneWholeAnswer(
            Where where, int operation, Reaper.Moment moment) {
        Sieges sieges = new Sieges(where, folder);

        assertThat(sieges.siege(operation, moment)).isTrue();
        assertThat(sieges.sum().whole()).isTrue();
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void killedAtEachOperation_everyQuestionHasOneWholeAnswer(Where where) {
        Sieges sieges = new Sieges(where, folder);
        Tally tally = sieges.all(Reaper.Moment.BEFORE).all(Reaper.Moment.AFTER).sum();

        assertThat(tally.whole()).as(tally.toString()).isTrue();
    }
}
