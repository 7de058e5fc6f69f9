package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation between the program and what lies outside of it fails in turn: in each build once
 * in one way, in the long run in every way, and several in a row.
 */
final class FaultLoopTest {
    private static final int IN_A_ROW = 3;

    private static final List<Scenario> LASTING =
            List.of(Scenario.FOLLOW_UP, Scenario.LONG, Scenario.RETRY, Scenario.RESTART);

    private static final List<FaultKind> PASSING =
            List.copyOf(EnumSet.complementOf(EnumSet.of(FaultKind.REFUSED, FaultKind.UNWANTED)));

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "SLACK, FOLLOW_UP",
        "SLACK, RESTART",
        "DISCORD, FOLLOW_UP",
        "DISCORD, RESTART",
        "PLAYGROUND, EDIT",
        "PLAYGROUND, STOP"
    })
    void eachOperationFailsOnce_everyQuestionHasOneWholeAnswer(Where where, Scenario scenario) {
        FaultLoop loop = new FaultLoop(folder, where, scenario, PASSING, 1);

        check(loop.toString(), loop.play());
    }

    /** Where anything can be said, nothing is left to the log. */
    @ParameterizedTest
    @EnumSource(names = {"SLACK", "DISCORD"})
    void eachOperationRefusedForItsWords_everyQuestionHasOneWholeAnswerOrASentence(Where where) {
        List<FaultKind> kinds = List.of(FaultKind.UNWANTED);
        FaultLoop loop = new FaultLoop(folder, where, Scenario.SHORT, kinds, 1);

        check(loop.toString(), loop.play());
    }

    /** Elsewhere a refused key is asked for again after a minute, which the long run waits for. */
    @ParameterizedTest
    @EnumSource(names = "SLACK")
    void eachOperationRefused_everyQuestionHasOneWholeAnswerOrALineInTheLog(Where where) {
        List<FaultKind> kinds = List.of(FaultKind.REFUSED);
        FaultLoop loop = new FaultLoop(folder, where, Scenario.SHORT, kinds, 1);

        check(loop.toString(), loop.play());
    }

    static Stream<Arguments> ways() {
        return ways(Arrays.stream(FaultKind.values()));
    }

    /** What can be neither edited nor taken away stands there beside what is written anew. */
    static Stream<Arguments> passingWays() {
        return ways(PASSING.stream());
    }

    /** On all surfaces, or on the one that {@code reliability.where} names. */
    private static Stream<Arguments> ways(Stream<FaultKind> kinds) {
        String only = System.getProperty("reliability.where", "");
        List<Where> places =
                only.isEmpty() ? List.of(Where.values()) : List.of(Where.valueOf(only));
        return kinds.flatMap(kind -> places.stream().map(where -> Arguments.of(where, kind)));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("ways")
    void eachOperationFailsInEveryWay_everyQuestionHasOneWholeAnswer(Where where, FaultKind kind) {
        play(where, kind, 1, List.of(Scenario.values()));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("passingWays")
    void severalOperationsFailInARow_everyQuestionHasOneWholeAnswer(Where where, FaultKind kind) {
        play(where, kind, IN_A_ROW, LASTING);
    }

    private void play(Where where, FaultKind kind, int many, List<Scenario> scenarios) {
        LoopTally sum = LoopTally.NOTHING;
        for (Scenario scenario : scenarios) {
            sum = sum.plus(new FaultLoop(folder, where, scenario, List.of(kind), many).play());
        }
        check(where + ", " + kind + (many == 1 ? "" : ", " + many + " in a row"), sum);
    }

    private static void check(String what, LoopTally tally) {
        System.out.println(what + ": " + tally);
        assertThat(tally.clean()).as(tally.toString()).isTrue();
    }
}
