package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.testing.ManualTicker;

/** When Claude is left alone, and when it is tried again. */
final class CircuitsTest {
    private static final ModelId OPUS = new ModelId("claude-opus-5-5");
    private static final ModelId HAIKU = new ModelId("claude-haiku-5-5");

    private final ManualTicker ticker = new ManualTicker();
    private final Circuits circuits = new Circuits(ticker::nanos);

    private static ClaudeException overloaded() {
        return new ClaudeException.Overloaded("Overloaded.", "r", cause());
    }

    private static ClaudeException limited(Duration after) {
        return new ClaudeException.RateLimited(
                "Too many.", "r", new RetryHint(true, Optional.of(after)), cause());
    }

    private static ClaudeException lost() {
        return new ClaudeException.ConnectionLost("x:1 is not reachable.", "", cause());
    }

    private static ClaudeException closed(ClaudeException.Unauthorized.Lack lack) {
        return new ClaudeException.Unauthorized("No.", "r", lack, cause());
    }

    private static Throwable cause() {
        return new IOException("test");
    }

    private Pass enter(ModelId model) {
        return ((Entry.Admitted) circuits.enter(model)).pass();
    }

    private Entry.Shut shut(ModelId model) {
        return (Entry.Shut) circuits.enter(model);
    }

    private void fail(ModelId model, ClaudeException fault, int times) {
        for (int i = 0; i < times; i++) {
            enter(model).failed(fault);
        }
    }

    /** How long until the model may be tried again. */
    private Duration pause(ModelId model) {
        return Duration.ofNanos(shut(model).nanos());
    }

    @Test
    void twoFailures_leaveItClosed() {
        fail(OPUS, overloaded(), 2);

        assertThat(circuits.enter(OPUS)).isInstanceOf(Entry.Admitted.class);
        assertThat(circuits.troubles()).isEmpty();
    }

    @Test
    void anAnswerInBetween_beginsTheCountAnew() {
        fail(OPUS, overloaded(), 2);
        enter(OPUS).began();
        fail(OPUS, overloaded(), 2);

        assertThat(circuits.troubles()).isEmpty();
    }

    @Test
    void threeFailuresInARow_openThatModelAlone() {
        fail(OPUS, overloaded(), 3);

        assertThat(shut(OPUS))
                .satisfies(shut -> {
                    assertThat(shut.tried()).isFalse();
                    assertThat(shut.lasting()).isFalse();
                    assertThat(shut.why()).hasMessage("Overloaded.");
                });
        assertThat(circuits.enter(HAIKU)).isInstanceOf(Entry.Admitted.class);
        assertThat(circuits.troubles()).extracting(Trouble::what).containsExactly(OPUS.value());
    }

    @Test
    void open_oneRequestAtATimeTriesIt() {
        fail(OPUS, overloaded(), 3);
        ticker.advance(Duration.ofSeconds(2));
        Pass trying = enter(OPUS);

        assertThat(shut(OPUS).tried()).isTrue();
        trying.close();
        assertThat(circuits.enter(OPUS)).isInstanceOf(Entry.Admitted.class);
    }

    @Test
    void open_pausesGrowToHalfAMinute() {
        fail(OPUS, overloaded(), 3);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Duration pause = pause(OPUS);
            pauses.add(pause.toSeconds());
            ticker.advance(pause.minusNanos(1));
            assertThat(circuits.enter(OPUS)).isInstanceOf(Entry.Shut.class);
            ticker.advance(1);
            enter(OPUS).failed(overloaded());
        }

        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void open_theFirstAnswerThatBeginsClosesIt() {
        fail(OPUS, overloaded(), 3);
        ticker.advance(Duration.ofSeconds(2));
        enter(OPUS).began();

        assertThat(circuits.troubles()).isEmpty();
        fail(OPUS, overloaded(), 2);
        assertThat(circuits.troubles()).isEmpty();
    }

    @Test
    void open_whatWasUnderWayBeforeDoesNotProlongThePause() {
        Pass early = enter(OPUS);
        fail(OPUS, overloaded(), 3);
        early.failed(overloaded());

        assertThat(pause(OPUS)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void open_aRequestOfBeforeThatIsAnsweredClosesIt() {
        Pass early = enter(OPUS);
        fail(OPUS, overloaded(), 3);
        early.began();

        assertThat(circuits.troubles()).isEmpty();
    }

    @Test
    void retryAfter_isNotTriedBefore() {
        fail(OPUS, limited(Duration.ofSeconds(20)), 3);

        assertThat(pause(OPUS)).isEqualTo(Duration.ofSeconds(20));
        assertThat(shut(OPUS).lasting()).isFalse();
    }

    @Test
    void retryAfter_ofMoreThanAMinuteOpensAtOnceForNobodyToWaitFor() {
        fail(OPUS, limited(Duration.ofHours(1)), 1);

        assertThat(shut(OPUS).lasting()).isTrue();
        assertThat(pause(OPUS)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void connectionFaults_openForAllModels() {
        enter(HAIKU).failed(lost());
        fail(OPUS, lost(), 2);

        assertThat(shut(HAIKU).why()).hasMessage("x:1 is not reachable.");
        assertThat(circuits.troubles()).extracting(Trouble::what).containsExactly(Circuits.ALL);
    }

    @Test
    void refusedKey_opensForAllAtOnceAndIsTriedOnceAMinute() {
        fail(OPUS, closed(ClaudeException.Unauthorized.Lack.KEY), 1);

        assertThat(shut(HAIKU).lasting()).isTrue();
        assertThat(pause(HAIKU)).isEqualTo(Duration.ofMinutes(1));
        ticker.advance(Duration.ofMinutes(1));
        enter(HAIKU).failed(closed(ClaudeException.Unauthorized.Lack.KEY));
        assertThat(pause(OPUS)).isEqualTo(Duration.ofMinutes(1));
        ticker.advance(Duration.ofMinutes(1));
        enter(OPUS).began();
        assertThat(circuits.troubles()).isEmpty();
    }

    @Test
    void missingRight_concernsThatModel() {
        fail(OPUS, closed(ClaudeException.Unauthorized.Lack.RIGHT), 1);

        assertThat(shut(OPUS).lasting()).isTrue();
        assertThat(circuits.enter(HAIKU)).isInstanceOf(Entry.Admitted.class);
    }

    @Test
    void refusedRequest_showsThatClaudeIsThere() {
        fail(OPUS, overloaded(), 3);
        ticker.advance(Duration.ofSeconds(2));
        enter(OPUS).failed(new ClaudeException.InvalidRequest("Odd.", "r", false, cause()));

        assertThat(circuits.troubles()).isEmpty();
    }

    /** Nothing is known of Claude then. */
    @Test
    void faultOfParleysOwn_showsNothing() {
        fail(OPUS, overloaded(), 3);
        ticker.advance(Duration.ofSeconds(2));
        enter(OPUS).failed(new ClaudeException.Internal("Odd.", "", cause()));

        assertThat(circuits.troubles()).hasSize(1);
        assertThat(circuits.enter(OPUS)).isInstanceOf(Entry.Admitted.class);
    }

    @Test
    void unknownClaude_isAskedByFewAtOnceUntilOneIsAnswered() {
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            passes.add(enter(OPUS));
        }

        assertThat(circuits.enter(HAIKU)).isInstanceOf(Entry.Busy.class);
        passes.getFirst().began();
        for (int i = 0; i < 50; i++) {
            assertThat(circuits.enter(OPUS)).isInstanceOf(Entry.Admitted.class);
        }
    }

    @Test
    void unknownClaude_thatIsSlowIsNotWaitedForForEver() {
        for (int i = 0; i < 4; i++) {
            enter(OPUS);
        }
        ticker.advance(Duration.ofSeconds(3));
        for (int i = 0; i < 3; i++) {
            enter(OPUS);
        }

        assertThat(circuits.enter(OPUS)).isInstanceOf(Entry.Busy.class);
    }

    @Test
    void everyChange_isTold() {
        List<String> told = new ArrayList<>();
        Runnable waiter = () -> told.add("changed");
        circuits.onChange(waiter);
        fail(OPUS, overloaded(), 3);
        assertThat(told).hasSize(3);
        circuits.forget(waiter);
        ticker.advance(Duration.ofSeconds(2));
        enter(OPUS).began();

        assertThat(told).hasSize(3);
    }

    @Test
    void openingAndClosing_areOneLogLineEach() {
        Logger logger = (Logger) LoggerFactory.getLogger(Circuits.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        fail(OPUS, overloaded(), 3);
        for (int i = 0; i < 3; i++) {
            ticker.advance(Duration.ofSeconds(30));
            enter(OPUS).failed(overloaded());
        }
        ticker.advance(Duration.ofSeconds(30));
        enter(OPUS).began();
        logger.detachAppender(log);
        logger.setLevel(null);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "claude-opus-5-5 fails: Overloaded. It passes by itself;"
                                + " https://status.claude.com tells more. It is tried now and then"
                                + " until it answers.",
                        "claude-opus-5-5 answers again, after 120 s");
    }
}
