package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.PostedMessage;
import parley.chat.Reference;
import parley.chat.UserId;
import parley.contract.Answers;
import parley.contract.Events;
import parley.conversation.CompletedTurn;
import parley.conversation.Outcome;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.privacy.ErasureRequest;
import parley.privacy.Subject;

/** What becomes of questions, wishes and knowledge when a backup is put in place. */
final class RestoreTest extends RestoreFolder {
    @Test
    void restore_questionsAnsweredSince_areNotAnsweredAgain() {
        Holdings made = backup();
        try (Database database = Database.open(url)) {
            settleAll(database);
        }

        assertThat(made.waiting()).isOne();
        assertThat(Restore.put(url, copy, NOON))
                .returns(1, Restore.Outcome::settled)
                .returns(0L, outcome -> outcome.holdings().waiting());
        try (Database database = Database.open(url)) {
            assertThat(new SqlJournal(database, () -> NOON).unfinished()).isEmpty();
        }
    }

    @Test
    void restore_questionsThatStillWait_areAnswered() {
        Holdings _ = backup();

        assertThat(Restore.put(url, copy, NOON.plus(Duration.ofDays(1))))
                .returns(0, Restore.Outcome::settled)
                .returns(1L, outcome -> outcome.holdings().waiting());
    }

    @Test
    void restore_nobodyKnowsWhatWasAnsweredSince_onlyFreshQuestionsAre() throws IOException {
        Holdings _ = backup();
        Files.delete(file);
        Restore.Outcome fresh = Restore.put(url, copy, NOON.plus(Duration.ofMinutes(9)));
        Files.delete(file);
        Restore.Outcome old = Restore.put(url, copy, NOON.plus(Duration.ofMinutes(11)));

        assertThat(fresh.settled()).isZero();
        assertThat(old.settled()).isOne();
    }

    @Test
    void restore_whatMessagesLookedLike_isNotKnown() {
        beginTurn();
        Holdings _ = backup();

        Restore.Outcome _ = Restore.put(url, copy, NOON);

        assertThat(begunTurn().messages()).containsExactly(new PostedMessage(new MessageId("p0")));
    }

    /** One message of it is done. */
    @Test
    void restore_answerAskedForAnewThatNobodyAsksForAnyMore_standsAsBefore() {
        var turn = new Reference("T-1");
        try (Database database = Database.open(url)) {
            answer(database, turn);
            assertThat(
                            new SqlJournal(database, () -> NOON)
                                    .append(
                                            Events.retry("r1", Events.THREAD, turn),
                                            EntryState.RECEIVED))
                    .isPresent();
            begin(database, turn);
        }
        Holdings _ = backup();
        try (Database database = Database.open(url)) {
            new SqlConversationStore(database).shown(turn, true);
        }

        assertThat(Restore.put(url, copy, NOON).settled()).isOne();

        try (Database database = Database.open(url)) {
            var store = new SqlConversationStore(database);
            assertThat(store.find(turn).orElseThrow().outcome()).contains(Outcome.ANSWERED);
            assertThat(store.text(turn)).contains("That.");
        }
    }

    private static void answer(Database database, Reference turn) {
        begin(database, turn);
        var store = new SqlConversationStore(database);
        CompletedTurn _ = store.complete(Answers.complete(turn, "That."));
        store.shown(turn, true);
    }

    @Test
    void restore_whatWasHeardSince_isKnownByItsBareIds() {
        Holdings _ = backup();
        try (Database database = Database.open(url)) {
            settleAll(database);
            append(database, 2);
            settleAll(database);
        }

        assertThat(Restore.put(url, copy, NOON).heard()).hasValue(1);
        try (Database database = Database.open(url)) {
            var journal = new SqlJournal(database, () -> NOON);
            assertThat(journal.unfinished()).isEmpty();
            assertThat(journal.find(Events.mention("e2", "")).orElseThrow())
                    .returns(EntryState.DELIVERED, JournalEntry::state)
                    .returns("", entry -> ((Inbound.Said) entry.event()).text())
                    .returns(Forgotten.NAME, entry -> entry.event().author().name());
            assertThat(journal.append(Events.mention("e2", "text"), EntryState.RECEIVED)).isEmpty();
            assertThat(new SqlWhereabouts(database).alive(Events.CHANNEL, Events.NOON, 9))
                    .containsExactly(Events.THREAD);
        }
    }

    @Test
    void restore_whatWasHeardADayBefore_isNotTakenAlong() {
        Holdings _ = backup();
        try (Database database = Database.open(url)) {
            settleAll(database);
            append(database, 2);
            settleAll(database);
        }

        assertThat(Restore.put(url, copy, NOON.plus(Duration.ofHours(26))).heard()).hasValue(0);
    }

    @Test
    void restore_nobodyKnowsWhatWasHeardSince_nothingOfBeforeIsLookedFor() throws IOException {
        Holdings _ = backup();
        Instant later = Instant.now().plus(Duration.ofDays(1));
        StoreFaults.damage(file);
        assertThat(Restore.put(url, copy, later).heard()).isEmpty();
        assertThat(knownSince()).isEqualTo(later.truncatedTo(ChronoUnit.MICROS));
        Files.delete(file);
        assertThat(Restore.put(url, copy, later.plusSeconds(1)).heard()).isEmpty();
        assertThat(knownSince()).isEqualTo(later.plusSeconds(1).truncatedTo(ChronoUnit.MICROS));

        assertThat(Restore.put(url, copy, later.plusSeconds(2)).heard()).hasValue(0);
        assertThat(knownSince()).isEqualTo(later.plusSeconds(1).truncatedTo(ChronoUnit.MICROS));
    }

    private static void settleAll(Database database) {
        var journal = new SqlJournal(database, () -> NOON);
        journal.settle(journal.next(Events.THREAD).orElseThrow().entries(), EntryState.DELIVERED);
    }

    @Test
    void put_handsOnWishesThatTheBackupDoesNotKnow() {
        Holdings _ = backup();
        var ann = new Subject.Person(Platform.SLACK, new UserId("U1"));
        try (Database database = Database.open(url)) {
            ErasureRequest wish = new SqlErasures(database).add(ann, NOON);
            new SqlErasures(database).done(wish, NOON);
        }

        assertThat(Restore.put(url, copy, NOON).wishes()).hasValue(1);
        try (Database database = Database.open(url)) {
            assertThat(new SqlErasures(database).open())
                    .extracting(ErasureRequest::subject)
                    .containsExactly(ann);
        }
        assertThat(Restore.put(url, copy, NOON.plusSeconds(1)).wishes()).hasValue(1);
    }
}
