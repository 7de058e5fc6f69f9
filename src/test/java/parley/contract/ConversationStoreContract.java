package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.NOTED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.conversation.CompletedTurn;
import parley.conversation.ConversationStore;
import parley.conversation.Feedback;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.conversation.Outcome;
import parley.conversation.Turn;
import parley.conversation.TurnFacts;
import parley.conversation.UnknownTurnException;
import parley.inbox.Claim;
import parley.inbox.EntryState;

/** What every {@link ConversationStore} must do, together with the journal of the same store. */
public abstract class ConversationStoreContract extends StoreContract {
    @Test
    void begin_newQuestion_opensTurnForItsAsker() {
        journal().append(Events.reply(ANN, "m1", "note"), NOTED);
        accept(Events.mention(THREAD, BOB, "m2", "question"));
        journal().append(Events.reply(ANN, "m3", "late note"), NOTED);

        OpenTurn turn = begin(T1);

        assertThat(turn)
                .isEqualTo(
                        new OpenTurn(
                                T1,
                                THREAD,
                                BOB,
                                NOON,
                                Optional.of(new MessageId("m2")),
                                turn.takenAt(),
                                List.of(),
                                Optional.empty()));
        assertThat(before(turn).thread()).isEqualTo(THREAD);
        assertThat(before(turn).turns())
                .containsExactly(
                        user(1, "m1", ANN, "note"),
                        user(2, "m2", BOB, "question"),
                        user(3, "m3", ANN, "late note"));
        assertThat(claim(THREAD).entries())
                .hasSize(3)
                .allMatch(entry -> entry.state() == EntryState.ANSWERING)
                .allMatch(entry -> entry.turn().equals(Optional.of(T1)));
    }

    private static Turn user(long ordinal, String id, parley.chat.Author author, String text) {
        return new Turn.UserTurn(
                ordinal,
                new MessageId(id),
                author,
                NOON,
                List.of(new ContentBlock.Text(text)),
                Optional.empty());
    }

    @Test
    void before_laterTurns_holdsAllEarlierInOrder() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        ask(T2, "m2", "two");
        store().complete(Answers.broken(T2, ""));
        store().shown(T2, true);

        OpenTurn turn = ask(T3, "m3", "three");

        assertThat(history(turn)).containsExactly("one", "eins", "two", "-", "three");
        assertThat(before(turn).turns().get(1))
                .isEqualTo(
                        new Turn.AssistantTurn(
                                2,
                                T1,
                                Optional.of(new ModelId("claude-sonnet-5-5")),
                                "prefix",
                                List.of(new ContentBlock.Text("eins"))));
    }

    @Test
    void before_otherThreads_seesNothingOfThem() {
        accept(Events.mention(OTHER, BOB, "m9", "secret"));
        assertThat(store().begin(claim(OTHER), T2, "", Material.NONE)).isPresent();
        store().complete(Answers.complete(T2, "secret too"));
        OpenTurn turn = ask(T1, "m1", "one");

        assertThat(history(turn)).containsExactly("one");
        var forged =
                new OpenTurn(
                        T2, THREAD, ANN, NOON, Optional.empty(), NOON, List.of(), Optional.empty());
        assertThat(history(forged)).isEmpty();
    }

    @Test
    void begin_continuation_refersToTheSameQuestion() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        accept(Events.more("c1", THREAD, T1));

        assertThat(begin(T2).question()).contains(new MessageId("m1"));
    }

    @Test
    void begin_againWhileAnswering_isTheSameTurnWithItsMessages() {
        Claim first = claimOf(Events.mention("m1", "one"));
        Instant taken = store().begin(first, T1, "", Material.NONE).orElseThrow().takenAt();
        store().posted(T1, 0, new MessageId("p0"));
        store().looks(T1, 0, Optional.of("so"));
        store().posted(T1, 1, new MessageId("lost"));
        store().looks(T1, 1, Optional.of("otherwise"));
        store().posted(T1, 1, new MessageId("p1"));
        store().posted(T1, 2, new MessageId("p2"));
        store().withdrawn(T1, 2);

        var expected =
                new OpenTurn(
                        T1,
                        THREAD,
                        ANN,
                        NOON,
                        Optional.of(new MessageId("m1")),
                        taken,
                        List.of(
                                new PostedMessage(new MessageId("p0"), Optional.of("so")),
                                new PostedMessage(new MessageId("p1"))),
                        Optional.empty());
        assertThat(store().begin(claim(THREAD), T2, "", Material.NONE)).contains(expected);
        assertThat(store().begin(first, T2, "", Material.NONE)).contains(expected);
        assertThat(history(expected)).containsExactly("one");
    }

    @Test
    void begin_answered_bringsTheWholeAnswer() {
        ask(T1, "m1", "one");
        CompletedTurn whole = Answers.complete(T1, "eins 🐙", blocks());
        store().complete(whole);
        store().complete(whole);

        assertThat(begin(T2).completed()).contains(whole);
    }

    @Test
    void begin_brokenAnswer_isBroughtAsItIs() {
        ask(T1, "m1", "one");
        store().complete(Answers.broken(T1, "half"));

        assertThat(begin(T2).completed()).contains(Answers.broken(T1, "half"));
    }

    /** Texts that a careless store would not give back as they were. */
    private static List<ContentBlock> blocks() {
        String odd =
                "🐙 \u0000\u0001\u2028 é e\u0301 \\u0041 \"'%_ \ud83d half \udc19 <b> :name <name>";
        return List.of(
                new ContentBlock.Thinking("hm\r\n " + odd, "c2ln+/=" + odd),
                new ContentBlock.RedactedThinking("ZGF0YQ=="),
                new ContentBlock.Text("x🐙é".repeat(7_500)),
                new ContentBlock.ToolUse("t1", "find", "{\"b\": 1, \"a\":  2}"),
                new ContentBlock.ToolResult(
                        "t1", List.of(new ContentBlock.Image("image/png", "aGk=")), true),
                new ContentBlock.Document("application/pdf", "aGk=", "a.pdf"));
    }

    @Test
    void complete_oddBlocks_areKeptExactly() {
        ask(T1, "m1", "one");
        store().complete(Answers.complete(T1, "eins", blocks()));
        store().shown(T1, true);

        OpenTurn turn = ask(T2, "m2", "two");

        assertThat(before(turn).turns().get(1).content()).isEqualTo(blocks());
    }

    @Test
    void complete_unknownAnswer_isRefused() {
        assertThatThrownBy(() -> store().complete(Answers.complete(T1, "x")))
                .isInstanceOf(UnknownTurnException.class)
                .hasMessageContaining("T-1");
        assertThatThrownBy(() -> store().posted(T1, 0, new MessageId("p")))
                .isInstanceOf(UnknownTurnException.class);
        assertThat(store().find(T1)).isEmpty();
    }

    @Test
    void begin_retryOfUnknownOrForeignAnswer_isRefusedAndChangesNothing() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        Claim foreign = foreignClaim(Events.retry("r1", OTHER, T1));

        assertThatThrownBy(() -> store().begin(foreign, T2, "", Material.NONE))
                .isInstanceOf(UnknownTurnException.class);
        journal().settle(foreign.entries(), EntryState.FAILED);
        Claim unknown = foreignClaim(Events.more("c1", OTHER, T3));
        assertThatThrownBy(() -> store().begin(unknown, T2, "", Material.NONE))
                .isInstanceOf(UnknownTurnException.class);

        assertThat(store().find(T1))
                .map(TurnFacts::outcome)
                .hasValue(Optional.of(Outcome.ANSWERED));
        assertThat(claim(OTHER)).isEqualTo(unknown);
    }

    private Claim foreignClaim(Inbound event) {
        accept(event);
        return claim(OTHER);
    }

    @Test
    void begin_continuation_addsItAsWordsOfTheAsker() {
        ask(T1, "m1", "one");
        answer(T1, "eins and");
        accept(Events.more("c1", THREAD, T1));

        OpenTurn turn = begin(T2);

        assertThat(turn.reference()).isEqualTo(T2);
        assertThat(turn.asker()).isEqualTo(ANN);
        assertThat(turn.askedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(history(turn)).containsExactly("one", "eins and", "Go on.");
    }

    @Test
    void find_throughItsLife_tellsHowFarItIs() {
        ask(T1, "m1", "one");
        assertThat(facts()).isEqualTo(facts(EntryState.ANSWERING, Optional.empty()));
        store().complete(Answers.complete(T1, "eins"));
        assertThat(facts()).isEqualTo(facts(EntryState.ANSWERED, Optional.of(Outcome.ANSWERED)));
        store().shown(T1, false);
        assertThat(facts()).isEqualTo(facts(EntryState.FAILED, Optional.of(Outcome.ANSWERED)));
        store().shown(T1, true);
        store().complete(Answers.complete(T1, "eins"));
        assertThat(facts()).isEqualTo(facts(EntryState.FAILED, Optional.of(Outcome.ANSWERED)));
    }

    private TurnFacts facts() {
        return store().find(T1).orElseThrow();
    }

    private static TurnFacts facts(EntryState state, Optional<Outcome> outcome) {
        Optional<Instant> finishedAt = outcome.map(it -> Answers.complete(T1, "eins").finishedAt());
        return new TurnFacts(T1, THREAD, ANN, state, outcome, finishedAt, true);
    }

    @Test
    void began_isTheTimeOfTheFirstQuestion_whetherItsTurnHasBegunOrNot() {
        assertThat(store().began(THREAD)).isEmpty();
        accept(Events.mention("m1", "hello"));
        assertThat(store().began(THREAD)).contains(Events.NOON);
        begin(T1);
        answer(T1, "Hi.");
        accept(Events.at(Events.mention("m2", "again"), Events.NOON.plusSeconds(60)));
        assertThat(store().began(THREAD)).contains(Events.NOON);
        assertThat(store().began(OTHER)).isEmpty();
    }

    @Test
    void participants_conversationAndWaiting_areAllThere() {
        assertThat(store().participants(THREAD)).isEmpty();
        ask(T1, "m1", "one");
        answer(T1, "eins");
        assertThat(store().participants(THREAD)).containsExactly(ANN.id());
        journal().append(Events.reply(BOB, "m2", "hi"), NOTED);

        assertThat(store().participants(THREAD)).containsExactlyInAnyOrder(ANN.id(), BOB.id());
        assertThat(store().participants(OTHER)).isEmpty();
    }

    @Test
    void feedback_severalWords_newestOfEachCounts() {
        assertThatThrownBy(() -> store().feedback(new Feedback(T1, ANN.id(), true, NOON)))
                .isInstanceOf(UnknownTurnException.class);
        ask(T1, "m1", "one");
        var bad = new Feedback(T1, ANN.id(), false, NOON.plusSeconds(2));
        var good = new Feedback(T1, BOB.id(), true, NOON.plusSeconds(3));
        store().feedback(new Feedback(T1, ANN.id(), true, NOON));
        store().feedback(bad);
        store().feedback(new Feedback(T1, ANN.id(), true, NOON.plusSeconds(1)));
        store().feedback(good);

        assertThat(store().feedbackOn(T1)).containsExactly(bad, good);
        assertThat(store().feedbackOn(T2)).isEmpty();
    }
}
