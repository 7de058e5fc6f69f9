package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.reliability.Ground.LATER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.testing.discord.FakeDiscord;

/**
 * What a restart makes of a turn in each of its states, wherever its answer stands: one answer, the
 * model asked no more often than it must be.
 */
final class TurnLedgerTest {
    private static final String FORGET_MESSAGES = "DELETE FROM reply_message";
    private static final String FORGET_NEWEST =
            "DELETE FROM reply_message WHERE part = (SELECT max(part) FROM reply_message)";

    @TempDir Path folder;

    private TurnLedger on(Ground ground) {
        return new TurnLedger(ground, folder, Map.of("PARLEY_MAX_TURNS", "1"));
    }

    @ParameterizedTest
    @EnumSource
    void received_restart_isAnsweredAsIfNothingHadHappened(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            ledger.stall("Busy ");
            Exchange first = ledger.model.exchange(4);
            Exchange second = ledger.model.exchange(4);
            String busy = ledger.ask(first, "");
            ledger.awaitText(busy);
            String waiting = ledger.ask(second, "");
            ledger.awaitStates("ANSWERING", "RECEIVED");
            ledger.stop();
            ledger.answerWhole();
            ledger.start();
            ledger.awaitStates("DELIVERED", "DELIVERED");

            assertThat(ledger.surface.settled(waiting)).isTrue();
            assertThat(ledger.faults()).isEmpty();
            assertThat(first.requests()).isEqualTo(2);
            assertThat(second.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answering_restart_goesOnInTheSameMessageAskedOnceMore(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = cutOff(ledger);
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answering_messageNotRemembered_isFoundHoweverLate(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = cutOff(ledger);
            ledger.update(FORGET_MESSAGES);
            ledger.startLater(LATER);
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }

    /** Asked, answered in part, and the program stopped. */
    private static Exchange cutOff(TurnLedger ledger) {
        ledger.stall("Half an answer, ");
        Exchange exchange = ledger.model.exchange(8);
        String question = ledger.ask(exchange, "");
        ledger.awaitText(question);
        ledger.awaitStates("ANSWERING");
        ledger.stop();
        ledger.answerWhole();
        return exchange;
    }

    @ParameterizedTest
    @EnumSource
    void answered_restart_isShownWithoutAskingAgain(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = delivered(ledger);
            ledger.update("UPDATE journal SET state = 'ANSWERED'");
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answered_messageNotRemembered_isFoundHoweverLate(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = delivered(ledger);
            ledger.update(FORGET_MESSAGES);
            ledger.update("UPDATE journal SET state = 'ANSWERED'");
            ledger.startLater(LATER);
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void delivered_restart_isLeftAlone(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = delivered(ledger);
            ledger.start();
            String other = ledger.ask(ledger.model.exchange(4), "");
            ledger.awaitSettled(other);
            ledger.awaitStates("DELIVERED", "DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DISCORD_THREAD", "DISCORD_CHANNEL"})
    void answered_wholeTextIsThereAsAFile_isNotSharedAgain(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = delivered(ledger, 760);
            assertThat(files(ledger)).isEqualTo(1);
            ledger.update("UPDATE journal SET state = 'ANSWERED'");
            ledger.startLater(LATER);
            ledger.awaitStates("DELIVERED");

            assertThat(files(ledger)).isEqualTo(1);
            assertThat(exchange.requests()).isEqualTo(1);
        }
    }

    private static long files(TurnLedger ledger) {
        FakeDiscord discord = ((DiscordSurface) ledger.surface).discord();
        Spot spot = Spot.of(ledger.newest());
        long root = Long.parseUnsignedLong(spot.root());
        long where =
                discord.thread(root).isPresent() ? root : Long.parseUnsignedLong(spot.channel());
        return discord.answers(where).stream().filter(one -> !one.files().isEmpty()).count();
    }

    private static Exchange delivered(TurnLedger ledger) {
        return delivered(ledger, 8);
    }

    private static Exchange delivered(TurnLedger ledger, int length) {
        Exchange exchange = ledger.model.exchange(length);
        String question = ledger.ask(exchange, "");
        ledger.awaitSettled(question);
        ledger.awaitStates("DELIVERED");
        ledger.stop();
        return exchange;
    }

    @ParameterizedTest
    @EnumSource
    void answeringFollowUp_nothingShownYet_answersTheFollowUpAfterARestart(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            String first = ledger.ask(ledger.model.exchange(4), "");
            ledger.awaitSettled(first);
            ledger.fallSilent();
            Exchange exchange = ledger.model.exchange(4);
            String question = ledger.ask(exchange, first);
            ledger.awaitStates("DELIVERED", "ANSWERING");
            ledger.stop();
            ledger.answerWhole();
            ledger.start();
            ledger.awaitStates("DELIVERED", "DELIVERED");

            assertThat(ledger.surface.settled(question)).isTrue();
            assertThat(ledger.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void received_questionDeletedWhileItWaits_endsWithoutAnAnswer(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = waiting(ledger);
            ledger.delete(ledger.newest());
            ledger.awaitStates("ANSWERING", "DELIVERED");
            ledger.expectNothing(ledger.newest());
            ledger.stop();
            ledger.answerWhole();
            ledger.start();
            ledger.awaitStates("DELIVERED", "DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYGROUND")
    void received_questionDeletedWhileNobodyListens_endsAndOthersGoOn(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange _ = waiting(ledger);
            ledger.stop();
            ledger.delete(ledger.newest());
            ledger.expectNothing(ledger.newest());
            ledger.answerWhole();
            ledger.start();
            String other = ledger.ask(ledger.model.exchange(4), "");
            ledger.awaitSettled(other);
            ledger.awaitNothingOpen();

            assertThat(ledger.faults()).isEmpty();
        }
    }

    /** The newest question waits for its turn. */
    private static Exchange waiting(TurnLedger ledger) {
        ledger.stall("Busy ");
        String busy = ledger.ask(ledger.model.exchange(4), "");
        ledger.awaitText(busy);
        Exchange exchange = ledger.model.exchange(4);
        ledger.ask(exchange, "");
        ledger.awaitStates("ANSWERING", "RECEIVED");
        return exchange;
    }

    @ParameterizedTest
    @EnumSource
    void answering_questionDeletedInMidAnswer_endsWithThatWord(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            ledger.stall("Half an answer, ");
            String question = ledger.ask(ledger.model.exchange(8), "");
            ledger.awaitText(question);
            ledger.delete(question);
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.query("SELECT outcome FROM turn WHERE role = 'ASSISTANT'"))
                    .containsExactly("STOPPED");
            assertThat(ledger.query("SELECT note FROM turn WHERE role = 'ASSISTANT'").getFirst())
                    .contains("The question was deleted");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answering_dozenCrashes_endsAsPlainFailureInTheSameMessage(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = cutOff(ledger);
            ledger.update("UPDATE journal SET tries = 12");
            ledger.startLater(LATER);
            ledger.awaitStates("DELIVERED");

            assertGaveUp(ledger, exchange);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answered_dozenCrashes_endsAsPlainFailureInTheSameMessage(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = delivered(ledger);
            ledger.update("UPDATE journal SET state = 'ANSWERED', tries = 12");
            ledger.startLater(LATER);
            ledger.awaitStates("DELIVERED");

            assertGaveUp(ledger, exchange);
        }
    }

    private static void assertGaveUp(TurnLedger ledger, Exchange exchange) {
        assertThat(ledger.answers()).hasSize(1);
        Answer answer = ledger.answers().getFirst();
        assertThat(answer.settled()).isTrue();
        assertThat(answer.notes()).anyMatch(note -> note.contains("so it gave up"));
        assertThat(exchange.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYGROUND")
    void lostPost_restart_isLookedForAndGoneOnIn(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = lostPost(ledger);
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYGROUND")
    void lostPost_muchLaterStart_isLookedForAndGoneOnIn(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = lostPost(ledger);
            ledger.startLater(LATER);
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }

    private static Exchange lostPost(TurnLedger ledger) {
        ledger.ground.losePost(ledger.surface);
        Exchange exchange = cutOff(ledger);
        ledger.ground.calm(ledger.surface);
        return exchange;
    }

    @ParameterizedTest
    @EnumSource(names = "DISCORD_THREAD")
    void lostThread_restart_isFoundAndAnsweredIn(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            ledger.ground.loseThread(ledger.surface);
            Exchange exchange = ledger.model.exchange(8);
            String question = ledger.ask(exchange, "");
            ledger.awaitStates("ANSWERED");
            ledger.stop();
            ledger.ground.calm(ledger.surface);
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.surface.settled(question)).isTrue();
            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYGROUND")
    void lostLastEdit_restart_isMadeAgainWithoutAsking(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            ledger.ground.loseEdit(ledger.surface);
            Exchange exchange = ledger.model.exchange(60);
            ledger.model.script(it -> Model.whole(it, Duration.ofMillis(20)));
            String question = ledger.ask(exchange, "");
            ledger.awaitText(question);
            ledger.awaitStates("ANSWERED");
            ledger.stop();
            ledger.ground.calm(ledger.surface);
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answering_lastMessageNotRemembered_goesWhereTheNextAnswerIsShorter(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = longerThanItComesToBe(ledger);
            ledger.update(FORGET_NEWEST);
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }

    private static Exchange longerThanItComesToBe(TurnLedger ledger) {
        ledger.stall("A much longer answer than it comes to be. ".repeat(320));
        Exchange exchange = ledger.model.exchange(8);
        String question = ledger.ask(exchange, "");
        ledger.awaitText(question);
        ledger.awaitRemembered(2);
        ledger.stop();
        ledger.answerWhole();
        return exchange;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYGROUND")
    void lostDelete_ofPartsTooMany_isNoFault(Ground ground) {
        try (TurnLedger ledger = on(ground)) {
            Exchange exchange = longerThanItComesToBe(ledger);
            ledger.ground.loseDelete(ledger.surface);
            ledger.start();
            ledger.awaitStates("DELIVERED");

            assertThat(ledger.faults()).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }
}
