package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.chat.Reference;

final class ScreenTest {
    private static final Reference TURN = new Reference("T-1");
    private static final Byline BYLINE = ResponderRig.byline(TURN);
    private static final MessageId ONE = new MessageId("m1");
    private static final MessageId TWO = new MessageId("m2");

    private final Screen screen = new Screen(BYLINE, List.of(), Optional.empty());

    private static List<Wanted> wanted(String... texts) {
        return Wanted.growing(BYLINE, parts(texts));
    }

    /** The first message is noted, and is as it stays. */
    private static Step.Note note(Screen screen, List<Wanted> wanted) {
        var note = new Step.Note(0, Optional.of(wanted.getFirst().message().look()));
        assertThat(screen.next(wanted, true)).contains(note);
        screen.recorded(note);
        return note;
    }

    private static List<Wanted> finished(String... texts) {
        return Wanted.finished(BYLINE, parts(texts), ResponderRig.END);
    }

    private static List<Part> parts(String... texts) {
        return Stream.of(texts)
                .map(text -> new Part(text, text, text.length(), text.length()))
                .toList();
    }

    private Step.Write write(List<Wanted> wanted) {
        return (Step.Write) screen.next(wanted, false).orElseThrow();
    }

    private void post(List<Wanted> wanted, MessageId id) {
        screen.posted((Step.Post) write(wanted), id);
        assertThat(screen.next(wanted, false))
                .contains(new Step.Remember(screenPart(wanted, id), id));
        screen.recorded(new Step.Remember(screenPart(wanted, id), id));
    }

    private static int screenPart(List<Wanted> wanted, MessageId id) {
        return id.equals(ONE) ? 0 : wanted.size() - 1;
    }

    @Test
    void next_nothingWanted_isNothing() {
        assertThat(screen.next(List.of(), true)).isEmpty();
    }

    @Test
    void next_partFull_losesItsButtonBeforeTheNextIsPosted() {
        post(wanted("a"), ONE);
        List<Wanted> both = wanted("a", "b");

        assertThat(write(both)).isEqualTo(new Step.Edit(0, ONE, both.getFirst()));
        screen.edited((Step.Edit) write(both));
        note(screen, both);
        assertThat(write(both)).isEqualTo(new Step.Post(1, both.getLast(), Optional.empty()));
    }

    @Test
    void next_postThatMayHaveArrivedTwice_isMadeSureByAnEdit() {
        List<Wanted> draft = wanted("a");
        screen.doubt(write(draft));
        List<Wanted> newest = wanted("ab");
        post(newest, ONE);

        assertThat(write(newest)).isEqualTo(new Step.Edit(0, ONE, newest.getFirst()));
        screen.edited((Step.Edit) write(newest));
        assertThat(screen.next(newest, true)).isEmpty();
    }

    @Test
    void next_earlierTryMayHavePosted_isMadeSureByAnEdit() {
        Screen resumed =
                new Screen(BYLINE, List.of(new PostedMessage(ONE)), Optional.of(Instant.EPOCH));
        List<Wanted> wanted = wanted("a", "b");
        resumed.edited(new Step.Edit(0, ONE, wanted.getFirst()));
        resumed.posted(new Step.Post(1, wanted.getLast(), Optional.of(Instant.EPOCH)), TWO);
        resumed.recorded(new Step.Remember(1, TWO));
        note(resumed, wanted);

        assertThat(resumed.next(wanted, true)).contains(new Step.Edit(1, TWO, wanted.getLast()));
    }

    @Test
    void next_editThatMayHaveArrived_isRepeatedEvenForTheOldText() {
        List<Wanted> old = wanted("a");
        post(old, ONE);
        screen.doubt(write(wanted("b")));

        assertThat(write(old)).isEqualTo(new Step.Edit(0, ONE, old.getFirst()));
    }

    @Test
    void next_messageLost_takesTheLaterOnesAwayAndPostsAnew() {
        Screen two =
                new Screen(
                        BYLINE,
                        List.of(new PostedMessage(ONE), new PostedMessage(TWO)),
                        Optional.empty());
        List<Wanted> wanted = wanted("a", "b");
        two.lost(0);

        assertThat(two.next(wanted, false)).contains(new Step.Remove(1, TWO));
        two.removed();
        assertThat(two.next(wanted, false)).contains(new Step.Forget(1));
        two.recorded(new Step.Forget(0));
        assertThat(two.next(wanted, false)).contains(new Step.Remove(0, ONE));
        two.removed();
        two.recorded(new Step.Forget(0));
        assertThat(two.next(wanted, false))
                .contains(new Step.Post(0, wanted.getFirst(), Optional.empty()));
    }

    @Test
    void next_settledMessageBeforeTheLast_isNotedAndNotWrittenAgainByAnotherRun() {
        List<Wanted> wanted = finished("a", "b");
        post(wanted, ONE);

        Step.Note note = note(screen, wanted);
        Screen another =
                new Screen(BYLINE, List.of(new PostedMessage(ONE, note.look())), Optional.empty());
        assertThat(another.next(wanted, true))
                .contains(new Step.Post(1, wanted.getLast(), Optional.empty()))
                .isEqualTo(screen.next(wanted, true));
    }

    @Test
    void next_lastMessage_isNotNoted() {
        List<Wanted> wanted = finished("a");
        post(wanted, ONE);

        assertThat(screen.next(wanted, true)).isEmpty();
    }

    @Test
    void next_notedMessageThatShallLookDifferent_isFirstNotedToChange() {
        List<Wanted> wanted = finished("a", "b");
        String look = wanted.getFirst().message().look();
        Screen noted =
                new Screen(
                        BYLINE,
                        List.of(new PostedMessage(ONE, Optional.of(look)), new PostedMessage(TWO)),
                        Optional.empty());
        List<Wanted> other = finished("c", "b");

        assertThat(noted.next(other, true)).contains(new Step.Note(0, Optional.empty()));
        noted.recorded(new Step.Note(0, Optional.empty()));
        assertThat(noted.next(other, true)).contains(new Step.Edit(0, ONE, other.getFirst()));
        noted.doubt(new Step.Edit(0, ONE, other.getFirst()));
        assertThat(noted.next(wanted, true)).contains(new Step.Edit(0, ONE, wanted.getFirst()));
    }

    @Test
    void next_anotherMayStandBehindTheNoted_goesBeforeTheNoteDoes() {
        List<Wanted> old = finished("a", "b");
        Screen resumed = resumed(Optional.of(old.getFirst().message().look()));
        List<Wanted> shorter = finished("c");

        var sweep = new Step.Sweep(1, Wanted.blank(BYLINE, 1), Optional.of(Instant.EPOCH));
        assertThat(resumed.next(shorter, false)).contains(sweep);
        resumed.doubt(sweep);
        assertThat(resumed.next(shorter, true)).contains(sweep);
        resumed.swept();
        assertThat(resumed.next(shorter, true)).contains(new Step.Note(0, Optional.empty()));
    }

    @Test
    void next_anotherMayStandBehindTheNoted_isTakenForTheNextPost() {
        List<Wanted> same = finished("a", "b");
        Screen resumed = resumed(Optional.of(same.getFirst().message().look()));

        var post = new Step.Post(1, same.getLast(), Optional.of(Instant.EPOCH));
        assertThat(resumed.next(same, true)).contains(post);
        resumed.posted(post, TWO);
        resumed.recorded(new Step.Remember(1, TWO));
        assertThat(resumed.next(same, true)).contains(new Step.Edit(1, TWO, same.getLast()));
    }

    @Test
    void next_nothingNoted_nothingIsLookedFor() {
        List<Wanted> shorter = finished("c");

        assertThat(resumed(Optional.empty()).next(shorter, true))
                .contains(new Step.Edit(0, ONE, shorter.getFirst()));
    }

    @Test
    void next_noteThatMayHaveBeenTaken_isMadeAgainAndTakenBackBeforeAChange() {
        List<Wanted> wanted = finished("a", "b");
        post(wanted, ONE);
        var note = new Step.Note(0, Optional.of(wanted.getFirst().message().look()));
        screen.recordInDoubt(note);

        assertThat(screen.next(wanted, true)).contains(note);
        assertThat(screen.next(finished("c", "b"), true))
                .contains(new Step.Note(0, Optional.empty()));
    }

    private static Screen resumed(Optional<String> look) {
        return new Screen(
                BYLINE, List.of(new PostedMessage(ONE, look)), Optional.of(Instant.EPOCH));
    }

    @Test
    void next_notedMessageThatGoes_isFirstNotedToChange() {
        Screen two =
                new Screen(
                        BYLINE,
                        List.of(new PostedMessage(ONE), new PostedMessage(TWO, Optional.of("so"))),
                        Optional.empty());
        List<Wanted> wanted = finished("a");
        two.edited(new Step.Edit(0, ONE, wanted.getFirst()));

        assertThat(two.next(wanted, true)).contains(new Step.Note(1, Optional.empty()));
        two.recorded(new Step.Note(1, Optional.empty()));
        assertThat(two.next(wanted, true)).contains(new Step.Remove(1, TWO));
    }

    @Test
    void next_tooManyMessages_areTakenAwayAtTheEndOnly() {
        Screen two =
                new Screen(
                        BYLINE,
                        List.of(new PostedMessage(ONE), new PostedMessage(TWO)),
                        Optional.empty());
        List<Wanted> wanted = wanted("a");
        two.edited(new Step.Edit(0, ONE, wanted.getFirst()));

        assertThat(two.next(wanted, false)).isEqualTo(Optional.empty());
        assertThat(two.next(wanted, true)).contains(new Step.Remove(1, TWO));
    }
}
