package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.slack.StatusBoard.Decision;
import parley.testing.ManualTicker;

final class StatusBoardTest {
    private static final String THINKING = "is thinking…";

    private final ManualTicker ticker = new ManualTicker();
    private final StatusBoard board = new StatusBoard(ticker);
    private final ThreadId thread = thread("C1", "1.000001");

    private static ThreadId thread(String channel, String root) {
        return new ThreadId(new ChannelId(new WorkspaceId(Platform.SLACK, "T1"), channel), root);
    }

    /** The statuses that are set now, each landing at once. */
    private List<String> now() {
        List<String> set = new ArrayList<>();
        while (board.next() instanceof Decision.Call(ThreadId where, String status)) {
            set.add(status);
            board.landed(where);
        }
        return set;
    }

    private Duration pause() {
        return Duration.ofNanos(((Decision.Wait) board.next()).nanos());
    }

    @Test
    void want_words_setsThemAtOnceAndOnce() {
        board.want(thread, THINKING);

        assertThat(board.next()).isEqualTo(new Decision.Call(thread, THINKING));
        board.landed(thread);
        assertThat(now()).isEmpty();
    }

    @Test
    void want_wordsWhileOthersAreOnTheirWay_setsTheNewestAfterwards() {
        board.want(thread, "one");
        assertThat(board.next()).isEqualTo(new Decision.Call(thread, "one"));
        board.want(thread, "two");
        board.want(thread, "three");

        assertThat(board.next()).isInstanceOf(Decision.Wait.class);
        board.landed(thread);
        assertThat(now()).containsExactly("three");
    }

    @Test
    void clear_takesTheWordsAway() {
        board.want(thread, THINKING);
        now();
        board.want(thread, "");

        assertThat(now()).containsExactly("");
        assertThat(board.next()).isEqualTo(new Decision.Wait(Long.MAX_VALUE));
    }

    @Test
    void clear_beforeAnythingWasShown_callsNobody() {
        board.want(thread, THINKING);
        board.want(thread, "");

        assertThat(now()).isEmpty();
    }

    @Test
    void clear_afterAPost_callsNobody() {
        board.want(thread, THINKING);
        now();
        board.posted(thread);
        board.want(thread, "");

        assertThat(now()).isEmpty();
    }

    @Test
    void post_whileWordsAreOnTheirWay_clearsThemAfterwards() {
        board.want(thread, THINKING);
        board.next();
        board.posted(thread);
        board.want(thread, "");
        board.landed(thread);

        assertThat(now()).containsExactly("");
    }

    @Test
    void post_whileWordsAreOnTheirWay_thenTheSameWords_setsThemAgain() {
        board.want(thread, THINKING);
        board.next();
        board.posted(thread);
        board.want(thread, THINKING);
        board.landed(thread);

        assertThat(now()).containsExactly(THINKING);
    }

    @Test
    void words_thatStay_areRenewedBeforeSlackTakesThemAway() {
        board.want(thread, THINKING);
        now();
        assertThat(pause()).isEqualTo(Duration.ofSeconds(90));

        ticker.advance(Duration.ofSeconds(89));
        assertThat(now()).isEmpty();
        ticker.advance(Duration.ofSeconds(1));
        assertThat(now()).containsExactly(THINKING);
        ticker.advance(Duration.ofSeconds(90));
        assertThat(now()).containsExactly(THINKING);
    }

    @Test
    void words_ofHalfAnHour_areNotRenewedForEver() {
        board.want(thread, THINKING);
        int calls = 0;
        for (int minute = 0; minute < 120; minute++) {
            calls += now().size();
            ticker.advance(Duration.ofMinutes(1));
        }

        assertThat(calls).isBetween(14, 20);
        assertThat(pause()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void wantAtFirst_otherWordsAreWanted_leavesThem() {
        board.want(thread, "one");
        board.wantAtFirst(thread, THINKING);

        assertThat(now()).containsExactly("one");
    }

    @Test
    void budgetSpent_answersComeBeforePlaces_andNewcomersBeforeThoseWhoWereTold() {
        for (int i = 0; i < 54; i++) {
            board.want(thread("C1", "1." + (100_000 + i)), "is waiting: " + i);
        }
        assertThat(now()).hasSize(54);
        board.want(thread("C1", "1.100000"), "is waiting: moved");
        board.want(thread("C1", "2.000001"), "is waiting: new");
        board.want(thread, THINKING, true);
        assertThat(now()).isEmpty();
        ticker.advance(Duration.ofMinutes(1));

        assertThat(now()).containsExactly(THINKING, "is waiting: new", "is waiting: moved");
    }

    @Test
    void words_ofOneChannel_stayWithinSixtyAMinute() {
        int set = 0;
        for (int tenth = 0; tenth < 600; tenth++) {
            board.want(thread, "number " + tenth);
            set += now().size();
            ticker.advance(Duration.ofMillis(100));
        }
        assertThat(set).isLessThanOrEqualTo(60);

        board.want(thread, "last");
        ticker.advance(Duration.ofMinutes(1));
        assertThat(now()).containsExactly("last");
    }

    @Test
    void words_ofOneWorkspace_stayWithinSixHundredAMinute() {
        int set = 0;
        for (int i = 0; i < 2_000; i++) {
            board.want(thread("C" + i % 40, i + ".000001"), "x");
            set += now().size();
        }

        assertThat(set).isBetween(500, 600);
    }

    @Test
    void rest_afterTooMany_isSilentForThatLong() {
        board.want(thread, "one");
        board.next();
        board.rest(Duration.ofSeconds(20));
        board.landed(thread);
        board.want(thread, "two");

        ticker.advance(Duration.ofSeconds(19));
        assertThat(now()).isEmpty();
        ticker.advance(Duration.ofSeconds(1));
        assertThat(now()).containsExactly("two");
    }
}
