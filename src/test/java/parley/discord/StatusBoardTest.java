package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.discord.StatusBoard.Decision;
import parley.discord.StatusBoard.Line;
import parley.testing.ManualTicker;

final class StatusBoardTest {
    private static final ThreadId THREAD = DiscordIds.thread(1, 2, 3);
    private static final Line WAITING = new Line("Next in the queue", Optional.empty());
    private static final Line THINKING =
            new Line("Thinking", Optional.of(new Reference("T-AAAA1111")));
    private static final MessageId NOTE = DiscordIds.message(3, 4);

    private final ManualTicker ticker = new ManualTicker(0);
    private final StatusBoard board = new StatusBoard(ticker);

    private void advance(double seconds) {
        ticker.advance(Duration.ofMillis((long) (seconds * 1_000)));
    }

    private double waiting() {
        return board.next() instanceof Decision.Wait(long nanos) ? nanos / 1e9 : -1;
    }

    private void type() {
        assertThat(board.next()).isEqualTo(new Decision.Type(THREAD));
        board.typed(THREAD);
    }

    /** Shows that, first as typing and then as a note. */
    private void note(Line line) {
        board.want(THREAD, line);
        type();
        advance(3);
        assertThat(board.next()).isEqualTo(new Decision.Note(THREAD, line, Optional.empty()));
        board.noted(THREAD, line, Optional.of(NOTE));
    }

    @Test
    void wish_isTypedAtOnce_andNotedAfterAWhile() {
        board.want(THREAD, WAITING);
        type();
        assertThat(waiting()).isEqualTo(3);
        advance(3);

        assertThat(board.next()).isEqualTo(new Decision.Note(THREAD, WAITING, Optional.empty()));
        assertThat(board.isNoting(THREAD)).isTrue();
        board.noted(THREAD, WAITING, Optional.of(NOTE));
        assertThat(board.next()).isEqualTo(new Decision.Wait(Long.MAX_VALUE));
    }

    @Test
    void wantAtFirst_somethingElseIsWanted_leavesIt() {
        board.want(THREAD, WAITING);
        board.wantAtFirst(THREAD, THINKING);
        type();
        advance(3);

        assertThat(board.next()).isEqualTo(new Decision.Note(THREAD, WAITING, Optional.empty()));
    }

    @Test
    void manyThatWait_answerBeingWritten_comesFirst() {
        for (int i = 10; i < 1_000; i++) {
            board.want(DiscordIds.thread(1, 2, i), WAITING);
        }
        advance(60);
        board.want(THREAD, THINKING);

        assertThat(board.next()).isEqualTo(new Decision.Type(THREAD));
    }

    @Test
    void typing_isRenewedWhileItIsWanted_butNotForEver() {
        note(THINKING);
        advance(5);
        type();
        advance(8);
        type();
        advance(60 * 30);

        assertThat(waiting()).isEqualTo(Long.MAX_VALUE / 1e9);
    }

    @Test
    void otherWords_changeTheNote_notTooOften() {
        note(WAITING);
        board.want(THREAD, THINKING);
        assertThat(waiting()).isEqualTo(2);
        advance(2);

        assertThat(board.next()).isEqualTo(new Decision.Note(THREAD, THINKING, Optional.of(NOTE)));
    }

    @Test
    void wishThatIsOverSoon_isNotNoted() {
        board.want(THREAD, WAITING);
        type();
        advance(2);
        board.clear(THREAD);
        advance(2);

        assertThat(waiting()).isEqualTo(Long.MAX_VALUE / 1e9);
    }

    @Test
    void newWish_waitsAnew() {
        board.want(THREAD, WAITING);
        type();
        advance(2);
        board.clear(THREAD);
        board.next();
        board.want(THREAD, THINKING);
        type();

        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void clear_removesTheNoteAtOnce() {
        note(WAITING);
        board.clear(THREAD);
        advance(0.2);

        assertThat(board.next()).isEqualTo(new Decision.Remove(THREAD, NOTE));
        board.removed(THREAD, true);
        assertThat(waiting()).isEqualTo(Long.MAX_VALUE / 1e9);
    }

    @Test
    void noteThatIsTaken_isNeitherChangedNorRemoved() {
        note(WAITING);
        board.bar(THREAD);
        assertThat(board.take(THREAD)).contains(NOTE);
        board.want(THREAD, THINKING);
        advance(3);
        assertThat(waiting()).isEqualTo(2);
        board.clear(THREAD);

        assertThat(waiting()).isEqualTo(Long.MAX_VALUE / 1e9);
        assertThat(board.take(THREAD)).isEmpty();
    }

    @Test
    void noteThatCannotBeWritten_isGivenUp() {
        board.want(THREAD, WAITING);
        type();
        for (int i = 0; i < 3; i++) {
            advance(i == 0 ? 3 : 2);
            assertThat(board.next()).isInstanceOf(Decision.Note.class);
            board.noted(THREAD, WAITING, Optional.empty());
        }
        advance(0.5);

        assertThat(waiting()).isEqualTo(0.5);
    }

    @Test
    void noteThatLandsAfterTheWish_isRemoved() {
        board.want(THREAD, WAITING);
        type();
        advance(3);
        assertThat(board.next()).isInstanceOf(Decision.Note.class);
        board.clear(THREAD);
        assertThat(board.next()).isInstanceOf(Decision.Wait.class);
        board.noted(THREAD, WAITING, Optional.of(NOTE));
        advance(0.2);

        assertThat(board.next()).isEqualTo(new Decision.Remove(THREAD, NOTE));
    }

    @Test
    void manyWishes_areSpreadOverTime_soManyAtATime() {
        for (int i = 0; i < 20; i++) {
            board.want(DiscordIds.thread(1, 2, 100 + i), WAITING);
        }
        List<Decision> begun = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            if (board.next() instanceof Decision.Type type) {
                begun.add(type);
            }
            advance(0.01);
        }

        assertThat(begun).hasSize(8).doesNotHaveDuplicates();
    }
}
