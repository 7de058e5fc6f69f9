package parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.chat.ThreadId;

final class BacklogTest {
    private final Backlog backlog = new Backlog(12);

    @Test
    void reserve_oneChannelAlone_fillsHalf() {
        assertThat(fill("loud")).isEqualTo(6);
        assertThat(backlog.total()).isEqualTo(6);
    }

    @Test
    void reserve_besideANoisyChannel_othersFindRoom() {
        fill("loud");

        assertThat(fill("noisy")).isEqualTo(3);
        assertThat(fill("quiet")).isEqualTo(2);
        assertThat(fill("loud")).isZero();
        assertThat(reserve("quietest/1")).isTrue();
        assertThat(reserve("late/1")).isFalse();
    }

    @Test
    void reserve_smallestBacklog_hasRoomForOne() {
        Backlog one = new Backlog(1);

        assertThat(one.reserve(thread("a/1"))).isTrue();
        assertThat(one.reserve(thread("b/1"))).isFalse();
    }

    @Test
    void release_placeOfAQuestionThatDoesNotCome_isFreeAgain() {
        fill("loud");
        backlog.release(thread("loud/1"));

        assertThat(backlog.total()).isEqualTo(5);
        assertThat(fill("loud")).isEqualTo(1);
    }

    @Test
    void set_whileAnotherIsWrittenDown_countsThatToo() {
        reserve("a/1");
        backlog.filled(thread("a/1"));
        assertThat(backlog.reserve(thread("a/1"))).isTrue();
        backlog.set(thread("a/1"), 0);

        assertThat(backlog.total()).isEqualTo(1);
        backlog.filled(thread("a/1"));
        backlog.set(thread("a/1"), 0);
        assertThat(backlog.total()).isZero();
    }

    /** How many more questions of a channel find room. */
    private int fill(String channel) {
        int taken = 0;
        while (reserve(channel + "/" + taken)) {
            taken++;
        }
        return taken;
    }

    private boolean reserve(String place) {
        return backlog.reserve(thread(place));
    }

    private static ThreadId thread(String place) {
        return ThreadId.parse("web/w/" + place);
    }
}
