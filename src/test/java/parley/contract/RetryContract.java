package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.NOON;
import static parley.contract.Events.THREAD;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.claude.ContentBlock;
import parley.conversation.CompletedTurn;
import parley.conversation.ConversationStore;
import parley.conversation.OpenTurn;
import parley.conversation.Outcome;
import parley.conversation.TurnFacts;
import parley.inbox.EntryState;

/** What every {@link ConversationStore} must do with an answer that is asked for anew. */
public abstract class RetryContract extends StoreContract {
    private static final List<ContentBlock> BLOCKS =
            List.of(new ContentBlock.Thinking("hm", "c2ln"), new ContentBlock.Text("eins"));

    @Test
    void begin_retry_beginsTheAnswerAnewInPlace() {
        ask(T1, "m1", "one");
        store().posted(T1, 0, new MessageId("p0"));
        store().looks(T1, 0, Optional.of("so"));
        store().looks(T1, 0, Optional.empty());
        answer(T1, "eins");
        ask(T2, "m2", "two");
        answer(T2, "zwei");
        accept(Events.retry("r1", THREAD, T1));

        OpenTurn turn = begin(T3);

        assertThat(turn)
                .isEqualTo(
                        new OpenTurn(
                                T1,
                                THREAD,
                                ANN,
                                NOON,
                                Optional.of(new MessageId("m1")),
                                turn.takenAt(),
                                List.of(new PostedMessage(new MessageId("p0"))),
                                Optional.empty()));
        assertThat(history(turn)).containsExactly("one");
        assertThat(store().find(T1).orElseThrow())
                .returns(EntryState.ANSWERING, TurnFacts::state)
                .returns(Optional.empty(), TurnFacts::outcome)
                .returns(Optional.empty(), TurnFacts::finishedAt)
                .returns(false, TurnFacts::newest);
        answer(T1, "uno");
        assertThat(journal().next(THREAD)).isEmpty();
        assertThat(history(ask(T3, "m3", "three")))
                .containsExactly("one", "uno", "two", "zwei", "three");
    }

    @Test
    void complete_afterARetry_addsUpWhatWasSpent() {
        ask(T1, "m1", "one");
        CompletedTurn once = Answers.complete(T1, "eins");
        answer(T1, "eins");
        accept(Events.retry("r1", THREAD, T1));
        begin(T2);
        store().complete(once);
        store().complete(once);

        CompletedTurn twice = begin(T3).completed().orElseThrow();
        assertThat(twice.usage()).isEqualTo(once.usage().plus(once.usage()));
        assertThat(twice.cost().orElseThrow().microDollars())
                .isEqualTo(2 * once.cost().orElseThrow().microDollars());
    }

    /** An answer without words, at that second of the minute. */
    private static CompletedTurn wordless(int second) {
        return Answers.missed(T1, "No new one.", NOON.plusSeconds(second));
    }

    private CompletedTurn retried(CompletedTurn outcome, String event) {
        accept(Events.retry(event, THREAD, T1));
        begin(T2);
        assertThat(store().complete(outcome)).isEqualTo(store().complete(outcome));
        CompletedTurn stands = begin(T3).completed().orElseThrow();
        store().shown(T1, true);
        return stands;
    }

    @Test
    void complete_retryWithoutAWord_leavesTheAnswerStanding() {
        ask(T1, "m1", "one");
        CompletedTurn once = Answers.complete(T1, "eins", BLOCKS);
        store().complete(once);
        store().shown(T1, true);

        CompletedTurn stands = retried(wordless(7), "r1");

        assertThat(stands.missed()).contains("No new one.");
        assertThat(stands)
                .usingRecursiveComparison()
                .ignoringFields("missed", "usage", "cost")
                .isEqualTo(once);
        assertThat(stands.usage()).isEqualTo(once.usage().plus(wordless(7).usage()));
        assertThat(stands.cost()).isEqualTo(once.cost());
        assertThat(store().text(T1)).contains("eins");
        assertThat(facts().outcome()).contains(Outcome.ANSWERED);
        assertThat(before(ask(T3, "m2", "two")).turns().get(1).content()).isEqualTo(BLOCKS);
    }

    @Test
    void complete_secondRetryWithoutAWord_endsAtAnotherTimeAndTellsItsOwnReason() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        assertThat(retried(wordless(7), "r1").told()).contains("No new one.");
        assertThat(facts().finishedAt()).contains(NOON.plusSeconds(7));

        CompletedTurn stands = retried(Answers.missed(T1, "Nor now.", NOON.plusSeconds(9)), "r2");

        assertThat(stands.told()).contains("Nor now.");
        assertThat(stands.finishedAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(facts().finishedAt()).contains(NOON.plusSeconds(9));
    }

    @Test
    void complete_retryWithWords_endsTheAnswerThatStood() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        assertThat(retried(wordless(7), "r1").missed()).isPresent();

        CompletedTurn fresh = retried(Answers.complete(T1, "uno"), "r2");

        assertThat(fresh.text()).isEqualTo("uno");
        assertThat(fresh.missed()).isEmpty();
        assertThat(facts().finishedAt()).contains(NOON.plusSeconds(2));
    }

    @Test
    void complete_withoutAWord_countsWhereNothingStood() {
        ask(T1, "m1", "one");
        assertThat(store().complete(wordless(3)))
                .returns(Outcome.FAILED, CompletedTurn::outcome)
                .returns(Optional.of("Something broke: try again."), CompletedTurn::told);
        store().shown(T1, true);

        assertThat(retried(wordless(7), "r1"))
                .returns(Outcome.FAILED, CompletedTurn::outcome)
                .returns(Optional.empty(), CompletedTurn::missed);
    }

    @Test
    void shown_retryGivenUp_leavesTheAnswerStanding() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        accept(Events.retry("r1", THREAD, T1));
        begin(T2);

        store().shown(T1, false);

        assertThat(facts())
                .returns(EntryState.FAILED, TurnFacts::state)
                .returns(Optional.of(Outcome.ANSWERED), TurnFacts::outcome);
        assertThat(store().text(T1)).contains("eins");
    }

    private TurnFacts facts() {
        return store().find(T1).orElseThrow();
    }
}
