package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.store.StoreFaults;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.RecordedLog;
import parley.testing.slack.Delivery;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Shown;

/** What people do in Slack while the program is down or hears nothing, and Slack gives up. */
final class SlackCatchUpJourneyTest extends SlackJourney {
    private static final Duration OFF = Duration.ZERO;
    private static final String ALERTS = "U0ALERTS01";

    @Override
    void configure() {
        super.configure();
        slack.sockets().waits(false);
        slack.addUser(ALERTS, "Alerts", Trait.BOT);
    }

    private String ask(String text) {
        return slack.says(ADA, GENERAL, slack.mention() + " " + text);
    }

    private void awaitSearch() {
        slack.await("a search", () -> parley().health().contains("looked at"));
    }

    @Test
    void everythingSaidWhileAway_isAnsweredOnce() {
        String known = askAndWait("before");
        String direct = slack.directMessage(ADA, "one");
        String im = slack.imOf(ADA);
        answer(im, direct, 1);
        String chat = slack.says(BOB, GENERAL, "nothing for the bot");
        stop();
        String missed = ask("anybody there?");
        String first = slack.directMessage(BOB, "my first message ever");
        slack.replies(ADA, im, direct, "two");
        slack.replies(ADA, GENERAL, known, "and here?");
        slack.replies(BOB, GENERAL, chat, "only we two");
        String named = slack.says(BOB, SECRET, "the printer is on fire");
        slack.replies(BOB, SECRET, named, slack.mention() + " what now?");
        String alert = slack.says(ALERTS, GENERAL, slack.mention() + " disk full");
        start();
        answer(GENERAL, missed, 1);
        answer(slack.imOf(BOB), first, 1);
        answer(im, direct, 2);
        answer(GENERAL, known, 2);
        answer(SECRET, named, 1);
        awaitSearch();
        restart(OFF);
        awaitSearch();
        askAndWait("and now?");

        assertThat(finishedIn(GENERAL, missed)).isEqualTo(1);
        assertThat(finishedIn(im, direct)).isEqualTo(2);
        assertThat(finishedIn(GENERAL, known)).isEqualTo(2);
        assertThat(slack.answers(GENERAL, chat)).isEmpty();
        assertThat(slack.answers(GENERAL, alert)).isEmpty();
        assertThat(claude.requests()).hasSize(8);
        assertThat(asked(8)).contains("and now?");
    }

    @Test
    void whatWasSaidBeforeTheBotWasNamed_isNoQuestionAfterARestart() {
        String thread = slack.says(BOB, GENERAL, "trouble");
        for (int i = 0; i < 60; i++) {
            slack.replies(BOB, GENERAL, thread, "line " + i + " of the log");
        }
        slack.replies(BOB, GENERAL, thread, slack.mention() + " what is this?");
        answer(GENERAL, thread, 1);
        restart(OFF);
        awaitSearch();
        slack.replies(BOB, GENERAL, thread, "and how do I mend it?");
        answer(GENERAL, thread, 2);

        assertThat(finishedIn(GENERAL, thread)).isEqualTo(2);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void followUpToAMissedQuestion_isAnsweredToo() {
        stop();
        String missed = ask("anybody there?");
        slack.replies(ADA, GENERAL, missed, "please?");
        start();
        slack.await(
                "both asked",
                () ->
                        claude.requests().stream()
                                .anyMatch(it -> it.json().toString().contains("please?")));
        awaitSearch();
        restart(Duration.ofSeconds(20));
        awaitSearch();
        askAndWait("and now?");

        assertThat(claude.requests().size() - 1).isEqualTo(finishedIn(GENERAL, missed));
        assertThat(asked(claude.requests().size())).doesNotContain("please?");
    }

    @Test
    void editedWhileAway_isChangedForTheModel() {
        String thread = askAndWait("My dog is called Bello.");
        stop();
        slack.edits(GENERAL, thread, slack.mention() + " My dog is called Fido.");
        String missed = ask("The first text");
        slack.edits(GENERAL, missed, slack.mention() + " The second text");
        start();
        answer(GENERAL, missed, 1);
        assertThat(asked(2)).contains("The second text").doesNotContain("The first text");
        awaitSearch();
        slack.replies(ADA, GENERAL, thread, "What is it called?");
        answer(GENERAL, thread, 2);

        assertThat(asked(3)).contains("Fido").doesNotContain("Bello");
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void deletedWhileAway_isForgotten() {
        String thread = askAndWait("The secret number is 4711.");
        String reply = slack.replies(ADA, GENERAL, thread, "And the other one is 0815.");
        answer(GENERAL, thread, 2);
        stop();
        slack.deletes(GENERAL, thread);
        slack.deletes(GENERAL, reply);
        String gone = ask("never mind");
        slack.deletes(GENERAL, gone);
        // What the store heard just now may not be in a page yet, and is let be.
        startAhead(Duration.ofMinutes(5));
        awaitSearch();
        slack.replies(ADA, GENERAL, thread, "What were they?");
        answer(GENERAL, thread, 3);

        assertThat(asked(3)).doesNotContain("4711").doesNotContain("0815");
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void tooOld_isNotAnswered_andLateIsToldAsLate() {
        stop();
        String old = ask("an hour ago");
        startAhead(Duration.ofMinutes(61));
        awaitSearch();
        assertThat(slack.answers(GENERAL, old)).isEmpty();
        assertThat(passedOver()).isEmpty();
        restartAhead(Duration.ofMinutes(10));
        answer(GENERAL, old, 1);

        assertThat(asked(1)).contains("an hour ago");
        assertThat(slack.answers(GENERAL, old).toString()).contains("minutes");
    }

    @Test
    void moreThanCanBeMadeUpFor_isToldInOneSentence_alsoAfterAStop() {
        Gate gate = new Gate();
        settings.put("PARLEY_MAX_TURNS", "1");
        claude.answer(_ -> FakeReply.message().text("Half ").gate(gate).stop("end_turn"));
        stop();
        for (int i = 0; i < 103; i++) {
            ask("question " + i);
        }
        start();
        awaitSearch();
        restart(OFF);
        slack.await("the word", () -> !passedOver().isEmpty());
        restart(OFF);
        awaitSearch();

        assertThat(passedOver())
                .containsExactly(
                        "While Parley was away, more was asked here than it can make up for:"
                                + " 3 questions are not answered. Ask again what still matters.");
        gate.open();
    }

    private List<String> passedOver() {
        return slack.channel(GENERAL).stream()
                .map(Shown::text)
                .filter(text -> text.startsWith("While Parley was away"))
                .toList();
    }

    @Test
    void commandTypedWhileAway_isNotCarriedOut() {
        stop();
        slack.says(EVE, GENERAL, slack.mention() + " /persona set editor");
        start();
        awaitSearch();
        askAndWait("who are you?");

        assertThat(claude.requests()).hasSize(1);
        assertThat(request(1).json().path("system").toString()).doesNotContain("editor");
    }

    @Test
    void switchedOff_nothingIsLookedFor() {
        awaitSearch();
        int calls = slack.calls("users.conversations").size();
        settings.put("PARLEY_CATCH_UP_MINUTES", "0");
        stop();
        String missed = ask("anybody there?");
        start();
        askAndWait("and now?");

        assertThat(slack.answers(GENERAL, missed)).isEmpty();
        assertThat(slack.calls("users.conversations")).hasSize(calls);
    }

    @Test
    void lostConnection_whatSlackGaveUpIsFound() {
        String known = askAndWait("before");
        slack.faults().always("apps.connections.open", new parley.testing.slack.Fault.Status(503));
        slack.sockets().drop();
        slack.await("deaf", () -> slack.sockets().open() == 0);
        String missed = ask("while you are deaf");
        slack.replies(ADA, GENERAL, known, "and here?");
        slack.directMessage(BOB, "hello?");
        slack.faults().clear();

        answer(GENERAL, missed, 1);
        answer(GENERAL, known, 2);
        slack.await("all", () -> claude.requests().size() == 4);
        assertThat(finishedIn(GENERAL, missed)).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeStored_isFoundWhenTheStoreWorks_thoughNobodySaysMore() {
        awaitSearch();
        slack.app().redeliverAfter(Duration.ofSeconds(5), 0);
        StoreFaults.readOnly(parley().store());
        String lost;
        try (RecordedLog log = RecordedLog.everything()) {
            lost = ask("anybody there?");
            slack.await(
                    "both of its events",
                    () ->
                            Stream.of("message", "app_mention")
                                    .map("EVENT %s was not acknowledged: status 500"::formatted)
                                    .allMatch(log.lines()::contains));
        }
        StoreFaults.mended(parley().store());
        assertThat(parley().ready()).isTrue();

        answer(GENERAL, lost, 1);
    }

    @Test
    void eventRedeliveredBesides_isAnsweredOnce() {
        stop();
        slack.sockets().waits(true);
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("whole.").stop("end_turn"));
        String missed = ask("told twice");
        start();
        gate.awaitReached();
        awaitSearch();
        List<Delivery> told = slack.deliveries("app_mention");
        told.forEach(slack::redeliver);
        gate.open();
        answer(GENERAL, missed, 1);
        askAndWait("and now?");

        assertThat(finishedIn(GENERAL, missed)).isEqualTo(1);
        assertThat(claude.requests()).hasSize(2);
    }
}
