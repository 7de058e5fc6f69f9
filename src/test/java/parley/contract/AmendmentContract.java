package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.NOTED;
import static parley.inbox.EntryState.RECEIVED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.conversation.ConversationStore;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.conversation.Turn;
import parley.inbox.Claim;
import parley.inbox.JournalEntry;

/** What every {@link ConversationStore} must do when people edit and delete. */
public abstract class AmendmentContract extends StoreContract {
    @Test
    void edit_waitingQuestion_changesWhatWillBeAsked() {
        Claim claim = claimOf(Events.mention("m1", "one"));

        assertThat(edit("m1", "uno")).isEmpty();

        assertThat(((Inbound.Said) claim(THREAD).entries().getFirst().event()).text())
                .isEqualTo("uno");
        assertThat(history(store().begin(claim, T1, "", Material.NONE).orElseThrow()))
                .containsExactly("uno");
    }

    @Test
    void edit_questionBeingAnswered_namesTheAnswer() {
        OpenTurn turn = ask(T1, "m1", "one");

        assertThat(edit("m1", "one")).isEmpty();
        assertThat(edit("m1", "uno")).contains(T1);
        assertThat(edit("m1", "uno")).isEmpty();
        assertThat(store().answering(THREAD, new MessageId("m1"))).contains(T1);
        assertThat(store().answering(THREAD, new MessageId("m2"))).isEmpty();
        assertThat(history(turn)).containsExactly("uno");
        answer(T1, "eins");
        assertThat(edit("m1", "une")).isEmpty();
        assertThat(store().answering(THREAD, new MessageId("m1"))).isEmpty();
        assertThat(history(turn)).containsExactly("une");
        accept(Events.retry("r1", THREAD, T1));
        begin(T2);
        assertThat(edit("m1", "ein")).contains(T1);
    }

    @Test
    void edit_olderThanOneOfWaitingQuestion_isNone() {
        accept(Events.mention("m1", "one"));
        store().edit(edited(THREAD, "m1", "newest", NOON.plusSeconds(2)), "newest");
        store().edit(edited(THREAD, "m1", "older", NOON.plusSeconds(1)), "older");
        OpenTurn turn = begin(T1);

        assertThat(history(turn)).containsExactly("newest");
        assertThat(store().edit(edited(THREAD, "m1", "old", NOON.plusSeconds(1)), "old")).isEmpty();
        assertThat(history(turn)).containsExactly("newest");
        assertThat(store().edit(edited(THREAD, "m1", "last", NOON.plusSeconds(3)), "last"))
                .contains(T1);
    }

    private Optional<Reference> edit(String message, String text) {
        return store().edit(Events.edited("ed", message, text), text);
    }

    private static Inbound.Edited edited(ThreadId thread, String message, String text, Instant at) {
        return new Inbound.Edited(
                Events.event("ed"), thread, ANN, at, new MessageId(message), text);
    }

    private Optional<Reference> delete(String message) {
        return store().delete(THREAD, new MessageId(message), NOON);
    }

    @Test
    void edit_unknownOrForeignMessage_doesNothing() {
        OpenTurn turn = ask(T1, "m1", "one");

        assertThat(edit("m7", "uno")).isEmpty();
        assertThat(store().edit(edited(OTHER, "m1", "uno", NOON), "uno")).isEmpty();
        assertThat(store().delete(OTHER, new MessageId("m1"), NOON)).isEmpty();
        assertThat(history(turn)).containsExactly("one");
    }

    @Test
    void edit_olderThanTheLast_doesNothing() {
        OpenTurn turn = ask(T1, "m1", "one");
        edit("m1", "uno");

        var earlier = NOON.minusSeconds(1);
        assertThat(store().edit(edited(THREAD, "m1", "old", earlier), "old")).isEmpty();
        assertThat(history(turn)).containsExactly("uno");
    }

    @Test
    void delete_questionThatIsAskedAnew_forgetsItsEarlierAnswer() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        accept(Events.retry("r1", THREAD, T1));
        begin(T2);

        assertThat(delete("m1")).contains(T1);

        assertThat(store().text(T1)).isEmpty();
        assertThat(store().complete(Answers.missed(T1, "No new one.", NOON)).text()).isEmpty();
    }

    @Test
    void delete_waitingQuestion_leavesNothingToAnswer() {
        Claim claim = claimOf(Events.mention("m1", "one"));
        journal().append(Events.reply(ANN, "m2", "note"), NOTED);

        assertThat(delete("m1")).isEmpty();
        assertThat(delete("m2")).isEmpty();

        assertThat(journal().next(THREAD)).isEmpty();
        assertThat(journal().unfinished()).isEmpty();
        assertThat(store().begin(claim, T1, "", Material.NONE)).isEmpty();
        assertThat(store().find(T1)).isEmpty();
        assertThat(edit("m1", "back again")).isEmpty();
        assertThat(journal().append(Events.mention("m1", "one"), RECEIVED)).isEmpty();
    }

    @Test
    void delete_oneOfTwoWaiting_answersTheOther() {
        accept(Events.mention("m1", "one"));
        Claim claim = claimOf(Events.mention("m2", "two"));

        delete("m2");

        OpenTurn turn = store().begin(claim, T1, "", Material.NONE).orElseThrow();
        assertThat(history(turn)).containsExactly("one");
    }

    @Test
    void delete_questionBeingAnswered_namesTheAnswerOnce() {
        OpenTurn turn = ask(T1, "m1", "one");

        assertThat(delete("m1")).contains(T1);
        assertThat(delete("m1")).isEmpty();
        assertThat(edit("m1", "back again")).isEmpty();

        assertThat(before(turn).turns())
                .containsExactly(
                        new Turn.UserTurn(
                                1, new MessageId("m1"), ANN, NOON, List.of(), Optional.empty()));
        assertThat(((Inbound.Said) claim(THREAD).entries().getFirst().event()).text()).isEmpty();
    }

    @Test
    void delete_editedMessage_forgetsTheEditsToo() {
        ask(T1, "m1", "one");
        accept(Events.edited("ed", "m1", "uno"));
        edit("m1", "uno");

        delete("m1");

        assertThat(journal().unappliedAmendments())
                .extracting(JournalEntry::event)
                .containsExactly(Events.edited("ed", "m1", ""));
    }
}
