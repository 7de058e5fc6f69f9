package parley.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.contract.Events;
import parley.conversation.CompletedTurn;
import parley.conversation.OpenTurn;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;

/** What a restore does with questions that had still to be answered in the database before it. */
final class OpenThreadsTest extends RestoreRig {
    @Test
    void waitedAtTheBackup_beganSince_goesOnAsThatTurn() {
        in(database -> hear(database, FIRST));
        backup();
        in(database -> {
            OpenTurn _ = begin(database, THREAD, T1);
            post(database, T1, "p0");
        });

        assertThat(restore())
                .returns(0, Restore.Outcome::settled)
                .returns(1L, outcome -> outcome.holdings().waiting());
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(T1);
        assertThat(turn.completed()).isEmpty();
        assertShows(turn, "p0");
        assertThat(history(turn)).singleElement().asString().contains("first");
    }

    @Test
    void waitedAtTheBackup_answeredSinceAndNotShown_keepsTheAnswer() {
        in(database -> hear(database, FIRST));
        backup();
        in(database -> {
            OpenTurn _ = begin(database, THREAD, T1);
            complete(database, T1, "whole");
        });

        Restore.Outcome _ = restore();
        Optional<EntryState> state =
                ask(database -> journal(database).next(THREAD)).map(Claim::state);
        assertThat(state).contains(EntryState.ANSWERED);
        assertThat(resumed(THREAD).completed()).map(CompletedTurn::text).contains("whole");
    }

    @Test
    void waitedAtTheBackup_shownSince_isNotAnsweredAgain() {
        in(database -> hear(database, FIRST));
        backup();
        in(database -> answer(database, THREAD, T1));

        assertThat(restore())
                .returns(1, Restore.Outcome::settled)
                .returns(0L, outcome -> outcome.holdings().waiting());
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void beganBeforeTheBackup_wroteMoreSince_knowsItsMessages() {
        in(database -> {
            hear(database, FIRST);
            OpenTurn _ = begin(database, THREAD, T1);
            post(database, T1, "p0");
        });
        backup();
        in(database -> {
            var store = new SqlConversationStore(database);
            store.posted(T1, 1, new MessageId("p1"));
            complete(database, T1, "whole");
        });

        Restore.Outcome _ = restore();
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(T1);
        assertThat(turn.completed()).map(CompletedTurn::text).contains("whole");
        assertShows(turn, "p0", "p1");
    }

    @Test
    void cameSince_stillWaits_isAnsweredTogetherWithWhatWasNoted() {
        backup();
        in(database -> {
            var noted = journal(database).append(Events.reply(BOB, "m0", "so"), EntryState.NOTED);
            assertThat(noted).isPresent();
            hear(database, FIRST, Events.mention(OTHER, ANN, "m2", "there"));
        });

        assertThat(restore().holdings().waiting()).isEqualTo(2);
        assertThat(unfinished()).containsExactly(THREAD, OTHER);
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(FRESH);
        assertThat(String.join(" ", history(turn))).containsSubsequence("so", "first");
        List<ThreadId> alive =
                ask(database -> new SqlWhereabouts(database).alive(Events.CHANNEL, NOON, 9));
        assertThat(alive).containsExactlyInAnyOrder(THREAD, OTHER);
    }

    @Test
    void retryUnderWay_isAskedAgainInItsMessages() {
        in(database -> {
            hear(database, FIRST);
            answer(database, THREAD, T1);
        });
        backup();
        in(database -> {
            hear(database, Events.retry("r1", THREAD, T1));
            OpenTurn _ = begin(database, THREAD, FRESH);
        });

        Restore.Outcome _ = restore();
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(T1);
        assertThat(turn.completed()).isEmpty();
        assertShows(turn, "answer-T-1");
    }

    @Test
    void changeNotMadeYet_isMade() {
        backup();
        in(database -> {
            hear(database, FIRST);
            OpenTurn _ = begin(database, THREAD, T1);
            hear(database, Events.edited("c1", "m1", "changed"));
        });

        Restore.Outcome _ = restore();
        List<JournalEntry> changes = ask(database -> journal(database).unappliedAmendments());
        assertThat(changes)
                .singleElement()
                .extracting(entry -> ((Inbound.Edited) entry.event()).text())
                .isEqualTo("changed");
    }

    @Test
    void heirKnowsTheAnswer_isNotAskedAgain() throws IOException {
        in(database -> {
            hear(database, FIRST);
            OpenTurn _ = begin(database, THREAD, T1);
        });
        Path early = folder.resolve("early.db");
        Holdings _ = Backup.make(url(), early);
        in(database -> {
            complete(database, T1, "whole");
            new SqlConversationStore(database).shown(T1, true);
        });
        backup();
        Files.copy(early, folder.resolve("parley.db"), REPLACE_EXISTING);

        assertThat(restore().holdings().waiting()).isZero();
        OpenTurn kept = ask(database -> database.read(handle -> TurnRows.open(handle, T1)));
        assertThat(kept.completed()).map(CompletedTurn::text).contains("whole");
    }

    @Test
    void playground_staysAsItWasAtTheBackup() {
        backup();
        ThreadId thread = ThreadId.parse("web/W1/general/1");
        in(database -> {
            hear(database, Events.mention(thread, ANN, "m1", "text"));
            OpenTurn _ = begin(database, thread, T1);
        });

        assertThat(restore().holdings()).returns(0L, Holdings::waiting);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void threadThatCannotBeRead_isNotAnsweredTwice() {
        in(database -> hear(database, FIRST));
        backup();
        in(database -> {
            OpenTurn _ = begin(database, THREAD, T1);
            hear(database, SECOND);
            int _ = database.write(handle -> handle.execute("ALTER TABLE turn RENAME TO gone"));
        });

        assertThat(restore())
                .returns(1, Restore.Outcome::settled)
                .returns(0L, outcome -> outcome.holdings().waiting());
        // Nobody has answered that one: whoever finds it does.
        assertThat(ask(database -> journal(database).find(SECOND)).map(JournalEntry::state))
                .isEmpty();
    }
}
