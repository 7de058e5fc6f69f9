package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** What people do in Discord while the program is down or hears nothing. */
final class DiscordCatchUpJourneyTest extends DiscordJourney {
    private static final Duration OFF = Duration.ZERO;

    /** A question that is asked and answered live, behind which everything before is done. */
    private long askedLater() {
        return askAndWait("and now?");
    }

    @Test
    void everythingSaidWhileAway_isAnsweredOnce() {
        long direct = discord.dmOf(ADA);
        discord.says(ADA, direct, "one");
        answer(direct, 1);
        long known = askAndWait("before");
        stop(OFF);
        discord.says(ADA, direct, "two");
        discord.says(ADA, known, "and here?");
        long missed = ask("anybody there?");
        long chat = discord.says(BOB, GENERAL, "nothing for the bot");
        long unknown = discord.startsThread(BOB, GENERAL, chat, "a thread without it");
        discord.says(BOB, unknown, "only we two");
        long named = discord.startsThread(BOB, GENERAL, 0, "a thread that names it");
        discord.says(BOB, named, "the printer is on fire");
        discord.says(BOB, named, discord.mention() + " what now?");
        start();
        answer(direct, 2);
        answer(known, 2);
        answer(missed, 1);
        answer(named, 1);
        restart(OFF);
        long later = askedLater();
        restart(OFF);
        askAndWait("the last one");

        assertThat(answers(direct)).hasSize(2);
        assertThat(answers(known)).hasSize(2);
        assertThat(answers(missed)).hasSize(1);
        assertThat(answers(named)).hasSize(1);
        assertThat(answers(unknown)).isEmpty();
        assertThat(answers(later)).hasSize(1);
        assertThat(claude.requests()).hasSize(8);
    }

    @Test
    void whatWasSaidBeforeTheBotWasNamed_isNoQuestionAfterARestart() {
        long thread = discord.startsThread(BOB, GENERAL, 0, "trouble");
        for (int i = 0; i < 60; i++) {
            discord.says(BOB, thread, "line " + i + " of the log");
        }
        discord.says(BOB, thread, discord.mention() + " what is this?");
        answer(thread, 1);
        restart(OFF);
        discord.says(BOB, thread, "and how do I mend it?");
        answer(thread, 2);
        restart(OFF);
        askedLater();

        assertThat(answers(thread)).hasSize(2);
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void editedWhileAway_isChangedForTheModel() {
        long thread = askAndWait("My dog is called Bello.");
        stop(OFF);
        discord.edits(GENERAL, thread, discord.mention() + " My dog is called Fido.");
        long missed = ask("The first text");
        discord.edits(GENERAL, missed, discord.mention() + " The second text");
        start();
        answer(missed, 1);
        assertThat(asked(2)).contains("The second text").doesNotContain("The first text");
        askedLater();
        discord.says(ADA, thread, "What is it called?");
        answer(thread, 2);

        assertThat(asked(4)).contains("Fido").doesNotContain("Bello");
        assertThat(claude.requests()).hasSize(4);
    }

    @Test
    void deletedWhileAway_isForgotten() {
        long thread = askAndWait("The secret number is 4711.");
        stop(Duration.ofSeconds(5));
        discord.deletes(GENERAL, thread);
        long gone = ask("never mind");
        discord.deletes(GENERAL, gone);
        discord.says(ADA, thread, "What was it?");
        // What the store heard just now may not be in a page yet, and is let be.
        startAhead(Duration.ofMinutes(5));
        answer(thread, 2);
        discord.await("a search", () -> parley().health().contains("looked at"));
        discord.says(ADA, thread, "And now?");
        answer(thread, 3);

        assertThat(asked(claude.requests().size())).doesNotContain("4711");
        assertThat(discord.answers(GENERAL)).isEmpty();
    }

    @Test
    void moreThanCanBeMadeUpFor_isToldInOneSentence_alsoAfterAStop() {
        long known = askAndWait("before");
        Gate gate = new Gate();
        claude.answer(_ -> FakeReply.message().text("Half ").gate(gate).stop("end_turn"));
        stop(OFF);
        for (int i = 0; i < 103; i++) {
            discord.says(ADA, known, "question " + i);
        }
        start();
        awaitSearch();
        restart(OFF);
        discord.await("the word", () -> !passedOver(known).isEmpty());
        restart(OFF);
        awaitSearch();

        assertThat(passedOver(known))
                .containsExactly(
                        "While Parley was away, more was asked here than it can make up for:"
                                + " 3 questions are not answered. Ask again what still matters.");
        assertThat(passedOver(GENERAL)).isEmpty();
        gate.open();
    }

    private void awaitSearch() {
        discord.await("a search", () -> parley().health().contains("looked at"));
    }

    private List<String> passedOver(long channel) {
        return answers(channel).stream()
                .map(ShownMessage::text)
                .filter(text -> text.startsWith("While Parley was away"))
                .toList();
    }

    @Test
    void tooOld_isNotAnswered() {
        stop(OFF);
        long old = ask("an hour ago");
        startAhead(Duration.ofMinutes(61));
        askedLater();

        assertThat(answers(old)).isEmpty();
        assertThat(passedOver(GENERAL)).isEmpty();
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void lateAnswer_saysSo() {
        stop(OFF);
        long missed = ask("some minutes ago");
        startAhead(Duration.ofMinutes(10));

        assertThat(answer(missed, 1).toString()).contains("minutes");
    }

    @Test
    void serverBackFromItsOwnOutage_isCaughtUp() {
        long known = askAndWait("before");
        discord.outage(GUILD, true);
        long missed = ask("while the server is out");
        discord.says(ADA, known, "and here?");
        discord.outage(GUILD, false);

        assertThat(answer(missed, 1)).hasSize(1);
        assertThat(answer(known, 2)).hasSize(2);
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void followUpDuringASearch_isAnsweredOnce() {
        stop(OFF);
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("whole.").stop("end_turn"));
        long missed = ask("first");
        start();
        awaitText(missed, "Half");
        discord.says(ADA, missed, "second");
        gate.open();
        answer(missed, 2);
        restart(OFF);
        askedLater();

        assertThat(answers(missed)).hasSize(2);
        assertThat(claude.requests()).hasSize(3);
        assertThat(discord.calls("GET", "channels/{c}/messages")).isNotEmpty();
    }

    @Test
    void refusedQuestion_isNotRefusedAgainAfterARestart() {
        settings.put("PARLEY_MAX_TURNS", "1");
        settings.put("PARLEY_MAX_BACKLOG", "1");
        restart(OFF);
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("whole.").stop("end_turn"));
        long running = ask("one");
        awaitText(running, "Half");
        long waiting = ask("two");
        ask("three");
        discord.await("a refusal", () -> !discord.answers(GENERAL).isEmpty());
        gate.open();
        answer(running, 1);
        answer(waiting, 1);
        restart(OFF);
        discord.await("a search", () -> parley().health().contains("looked at"));
        askedLater();

        // Discord would not show a second one for a while, since it knows its nonce again.
        assertThat(discord.calls("POST", "channels/{c}/messages"))
                .filteredOn(it -> it.body().toString().contains("Too many questions are waiting"))
                .hasSize(1);
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void search_isToldByHealth() {
        discord.deny(GENERAL, Permission.VIEW_CHANNEL);
        restart(OFF);

        discord.await("health", () -> parley().health().contains("looked at"));
        assertThat(parley().health()).contains("channels not read to the end: 0");
    }
}
