package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.conversation.Contribution;
import parley.conversation.Conversation;
import parley.conversation.ConversationStore;
import parley.conversation.FileRoom;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.conversation.Turn;
import parley.inbox.Claim;
import parley.inbox.EntryState;

/** What every {@link ConversationStore} does with what a turn brings along beside its events. */
public abstract class MaterialContract extends StoreContract {
    private static final Author NAMED = new Author(ANN.id(), "Ann of Green Gables");
    private static final ContentBlock LABEL = new ContentBlock.Text("a picture");
    private static final FileRoom ROOM = new FileRoom(4_000, 4);

    private static ContentBlock picture(int bytes) {
        return new ContentBlock.Image(
                "image/png", Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    private static ContentBlock pdf(int bytes) {
        return new ContentBlock.Document(
                "application/pdf", Base64.getEncoder().encodeToString(new byte[bytes]), "a.pdf");
    }

    private static Contribution told(Inbound.Said said, String text, ContentBlock... files) {
        return new Contribution(said, NAMED, text, List.of(files), Optional.empty());
    }

    private OpenTurn begin(Inbound.Said said, Contribution... told) {
        Claim claim = claimOf(said);
        return store().begin(claim, T1, "", new Material(List.of(), List.of(told))).orElseThrow();
    }

    private static List<ContentBlock> content(Conversation conversation) {
        return conversation.turns().getFirst().content();
    }

    @Test
    void begin_withMaterial_storesNamesWordsAndFilesInOrder() {
        Inbound.Said said = Events.mention("m1", "<@U2> look");
        OpenTurn turn = begin(said, told(said, "@Bob look", LABEL, picture(9), pdf(5)));

        assertThat(turn.asker()).isEqualTo(NAMED);
        assertThat(before(turn).turns())
                .containsExactly(
                        new Turn.UserTurn(
                                1,
                                new MessageId("m1"),
                                NAMED,
                                NOON,
                                List.of(
                                        new ContentBlock.Text("@Bob look"),
                                        LABEL,
                                        picture(9),
                                        pdf(5)),
                                Optional.empty()));
        assertThat(((Inbound.Said) claim(THREAD).entries().getFirst().event()).text())
                .isEqualTo("<@U2> look");
    }

    @Test
    void begin_withEarlierMessages_putsThemBeforeTheQuestion() {
        assertThat(store().knows(THREAD)).isFalse();
        Inbound.Said said = Events.mention("m3", "question");
        Claim claim = claimOf(said);
        Contribution first = told(Events.reply(BOB, "m1", ""), "root", LABEL);
        Contribution second = told(Events.reply(ANN, "m2", ""), "then");
        var material = new Material(List.of(first, second), List.of(told(said, "question")));

        OpenTurn turn = store().begin(claim, T1, "", material).orElseThrow();

        assertThat(history(turn)).containsExactly("root", "then", "question");
        assertThat(content(before(turn))).containsExactly(new ContentBlock.Text("root"), LABEL);
        assertThat(store().knows(THREAD)).isTrue();
        assertThat(store().knows(OTHER)).isFalse();
        assertThat(store().delete(THREAD, new MessageId("m1"), NOON)).isEmpty();
        assertThat(history(turn)).containsExactly("-", "then", "question");
    }

    @Test
    void begin_questionEditedMeanwhile_takesTheNewWordsAndTheFiles() {
        Inbound.Said said = Events.mention("m1", "old");
        Claim claim = claimOf(said);
        store().edit(Events.edited("ed", "m1", "new"), "new");

        var material = new Material(List.of(), List.of(told(said, "old, completed", LABEL)));
        OpenTurn turn = store().begin(claim, T1, "", material).orElseThrow();

        assertThat(content(before(turn))).containsExactly(new ContentBlock.Text("new"), LABEL);
    }

    @Test
    void begin_onePartDeletedMeanwhile_storesTheOther() {
        Inbound.Said one = Events.mention("m1", "one");
        accept(one);
        Inbound.Said two = Events.mention("m2", "two");
        Claim claim = claimOf(two);
        store().delete(THREAD, new MessageId("m1"), NOON);

        var material =
                new Material(List.of(), List.of(told(one, "one", picture(9)), told(two, "two")));
        OpenTurn turn = store().begin(claim, T1, "", material).orElseThrow();

        assertThat(history(turn)).containsExactly("two");
    }

    @Test
    void before_remark_staysThroughARetry() {
        Inbound.Said said = Events.mention("m1", "one");
        Claim claim = claimOf(said);
        Contribution refused =
                new Contribution(said, ANN, "one", List.of(LABEL), Optional.of("Not read."));
        OpenTurn turn =
                store().begin(claim, T1, "", new Material(List.of(), List.of(refused)))
                        .orElseThrow();
        answer(T1, "eins");
        accept(Events.retry("r1", THREAD, T1));
        begin(T2);

        assertThat(((Turn.UserTurn) before(turn).turns().getFirst()).remark())
                .contains("Not read.");
        store().delete(THREAD, new MessageId("m1"), NOON);
        assertThat(((Turn.UserTurn) before(turn).turns().getFirst()).remark()).isEmpty();
        assertThat(content(before(turn))).isEmpty();
    }

    @Test
    void edit_messageWithFiles_changesItsWordsOnly() {
        Inbound.Said said = Events.mention("m1", "one");
        ContentBlock note = new ContentBlock.Text("[a note]");
        OpenTurn turn = begin(said, told(said, "one", note, picture(9)));

        assertThat(store().edit(Events.edited("ed", "m1", "<@U2>"), "@Bob")).contains(T1);
        assertThat(content(before(turn)))
                .containsExactly(new ContentBlock.Text("@Bob"), note, picture(9));
        assertThat(((Inbound.Said) claim(THREAD).entries().getFirst().event()).text())
                .isEqualTo("<@U2>");
        assertThat(store().edit(Events.edited("ed2", "m1", "<@U2>"), "@Bob")).isEmpty();
    }

    @Test
    void delete_wordlessMessageWithFiles_forgetsThem() {
        Inbound.Said said = Events.withFiles(Events.mention("m1", ""), Events.file("a.png"));
        OpenTurn turn = begin(said, told(said, "", LABEL, picture(9)));

        assertThat(store().delete(THREAD, new MessageId("m1"), NOON)).contains(T1);

        assertThat(content(before(turn))).isEmpty();
        assertThat(((Inbound.Said) claim(THREAD).entries().getFirst().event()).files()).isEmpty();
        assertThat(store().delete(THREAD, new MessageId("m1"), NOON)).isEmpty();
    }

    @Test
    void before_moreFilesThanFit_leavesOutTheOldest() {
        Inbound.Said said = Events.mention("m1", "one");
        OpenTurn turn =
                begin(said, told(said, "one", LABEL, picture(1_500), pdf(1_500), picture(1_500)));

        assertThat(content(store().before(turn, ROOM)))
                .containsExactly(
                        new ContentBlock.Text("one"),
                        LABEL,
                        FileRoom.LEFT_OUT,
                        pdf(1_500),
                        picture(1_500));
        assertThat(content(store().before(turn, FileRoom.NONE)))
                .containsExactly(
                        new ContentBlock.Text("one"),
                        LABEL,
                        FileRoom.LEFT_OUT,
                        FileRoom.LEFT_OUT,
                        FileRoom.LEFT_OUT);
    }

    @Test
    void before_growingThread_leavesTheSameFilesOutForSomeTurns() {
        FileRoom eight = new FileRoom(1_000_000, 8);
        List<Long> leftOut = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Inbound.Said said = Events.mention("m" + i, "look");
            Claim claim = claimOf(said);
            var reference = new Reference("T-" + i);
            var material = new Material(List.of(), List.of(told(said, "look", picture(500))));
            OpenTurn turn = store().begin(claim, reference, "", material).orElseThrow();
            leftOut.add(
                    store().before(turn, eight).turns().stream()
                            .filter(it -> it.content().contains(FileRoom.LEFT_OUT))
                            .count());
            answer(reference, "nice");
        }

        assertThat(leftOut).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 2L, 2L, 4L, 4L);
    }

    @Test
    void text_isThereOnceAnswered() {
        OpenTurn turn = ask(T1, "m1", "one");
        assertThat(store().text(turn.reference())).isEmpty();
        answer(T1, "eins");

        assertThat(store().text(T1)).contains("eins");
        assertThat(store().text(T2)).isEmpty();
    }

    private void joining(Inbound.Said question, Inbound.Said... earlier) {
        List<Contribution> before = Arrays.stream(earlier).map(it -> told(it, it.text())).toList();
        Claim claim = claimOf(question);
        assertThat(store().begin(claim, T1, "", new Material(before, List.of(told(question, "?")))))
                .isPresent();
    }

    @Test
    void messageFromBefore_thatComesLater_isKnown() {
        joining(Events.mention("m2", "why?"), Events.reply(BOB, "m1", "it is down"));

        assertThat(journal().append(Events.reply(BOB, "m1", "it is down"), EntryState.RECEIVED))
                .isEmpty();
        assertThat(journal().append(Events.mention("m1", "it is down"), EntryState.RECEIVED))
                .isEmpty();
        assertThat(journal().append(Events.edited("e9", "m1", "it is up"), EntryState.RECEIVED))
                .isPresent();
    }

    @Test
    void messageFromBefore_thatWaitsForItsOwnTurn_isLeftToIt() {
        Inbound.Said question = Events.mention("m2", "why?");
        Claim claim = claimOf(question);
        accept(Events.mention("m1", "asked before, heard later"));
        var before = List.of(told(Events.reply(BOB, "m1", "asked before"), "asked before"));
        store().begin(claim, T1, "", new Material(before, List.of(told(question, "why?"))));
        answer(T1, "Because.");
        OpenTurn second = begin(T2);

        assertThat(texts(before(second)))
                .containsExactly("why?", "Because.", "asked before, heard later");
    }
}
