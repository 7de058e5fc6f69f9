package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.Reference;

final class ScreenTest {
    private static final Reference TURN = new Reference("T-1");
    private static final MessageId ONE = new MessageId("m1");
    private static final MessageId TWO = new MessageId("m2");

    private final Screen screen = new Screen(List.of(), Optional.empty());

    private static List<Wanted> wanted(String... texts) {
        List<Part> parts =
                List.of(texts).stream()
                        .map(text -> new Part(text, text, text.length(), text.length()))
                        .toList();
        return Wanted.growing(ResponderRig.byline(TURN), parts);
    }

    private Step.Write write(List<Wanted> wanted) {
        return (Step.Write) screen.next(wanted, false).orElseThrow();
    }

    private void post(List<Wanted> wanted, MessageId id) {
        screen.posted((Step.Post) write(wanted), id);
        assertThat(screen.next(wanted, false))
                .contains(new Step.Remember(screenPart(wanted, id), id));
        screen.remembered(screenPart(wanted, id));
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
        Screen resumed = new Screen(List.of(ONE), Optional.of(Instant.EPOCH));
        List<Wanted> wanted = wanted("a", "b");
        resumed.edited(new Step.Edit(0, ONE, wanted.getFirst()));
        resumed.posted(new Step.Post(1, wanted.getLast(), Optional.of(Instant.EPOCH)), TWO);
        resumed.remembered(1);

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
        Screen two = new Screen(List.of(ONE, TWO), Optional.empty());
        List<Wanted> wanted = wanted("a", "b");
        two.lost(0);

        assertThat(two.next(wanted, false)).contains(new Step.Remove(1, TWO));
        two.removed();
        assertThat(two.next(wanted, false)).contains(new Step.Forget(1));
        two.forgotten();
        assertThat(two.next(wanted, false)).contains(new Step.Remove(0, ONE));
        two.removed();
        two.forgotten();
        assertThat(two.next(wanted, false))
                .contains(new Step.Post(0, wanted.getFirst(), Optional.empty()));
    }

    @Test
    void next_tooManyMessages_areTakenAwayAtTheEndOnly() {
        Screen two = new Screen(List.of(ONE, TWO), Optional.empty());
        List<Wanted> wanted = wanted("a");
        two.edited(new Step.Edit(0, ONE, wanted.getFirst()));

        assertThat(two.next(wanted, false)).isEqualTo(Optional.empty());
        assertThat(two.next(wanted, true)).contains(new Step.Remove(1, TWO));
    }
}
