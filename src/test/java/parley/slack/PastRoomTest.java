package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.testing.slack.Fault;

/** What of one conversation is read, and what is said about the rest. */
final class PastRoomTest {
    private final PastRig rig = new PastRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private String root(String text) {
        return rig.says(PastRig.GENERAL, text);
    }

    private void alive(String root) {
        rig.alive.add(new ThreadId(new ChannelId(rig.home, PastRig.GENERAL), root));
    }

    private void assertUnread(int rooms) {
        assertThat(rig.log.lines()).hasSize(1);
        assertThat(rig.log.lines().getFirst()).endsWith("not read to the end: " + rooms);
    }

    /**
     * In every busy channel there are older pages; to say so after each start would tell nothing.
     */
    @Test
    void historyOfBeforeTheAbsence_isLeftAlone() {
        String buried = root("a root of yesterday");
        for (int i = 0; i < PastReader.PAGE; i++) {
            root("chatter " + i);
        }
        rig.ticker.advance(PastRig.HOUR.plusMinutes(1));
        rig.replies(buried, "nobody can see this reply");
        root("new");

        rig.since(Instant.EPOCH);

        assertThat(rig.found).containsExactly("new");
        assertUnread(0);
    }

    @Test
    void history_isReadFromItsEnd() {
        root("new");
        rig.since(Instant.EPOCH);

        assertThat(rig.slack.calls("conversations.history"))
                .allSatisfy(call ->
                        assertThat(call.argument("latest").flatMap(SlackTime::instant))
                                .hasValueSatisfying(end -> assertThat(end).isAfter(rig.base)));
    }

    @Test
    void threadsOfTheStore_thatTheHistoryShows_takeNoPlaceOfOthers() {
        String old = root("an ancient root");
        rig.ticker.advance(Duration.ofDays(8));
        for (int i = 0; i < PastRoom.MOST_OLD; i++) {
            alive(root("shown " + i));
        }
        alive(old);
        rig.replies(old, "found");

        rig.since(rig.base.plus(Duration.ofDays(8)));

        assertThat(rig.found).contains("found");
        assertUnread(0);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "21, 1"})
    void threadsOfTheStore_areReadUpToABound(int threads, int unread) {
        for (int i = 0; i < threads; i++) {
            alive(root("ancient " + i));
        }
        rig.ticker.advance(Duration.ofDays(8));

        rig.since(Instant.EPOCH);

        assertThat(rig.slack.calls("conversations.replies")).hasSize(PastRoom.MOST_OLD);
        assertUnread(unread);
    }

    @ParameterizedTest
    @CsvSource({"thread_not_found, 0", "missing_scope, 1", "not_in_channel, 1"})
    void threadThatSlackRefuses_isUnread_unlessItIsGone(String error, int unread) {
        rig.replies(root("a root"), "a reply");
        rig.slack.faults().next("conversations.replies", new Fault.Refused(error));

        rig.since(Instant.EPOCH);

        assertThat(rig.found).containsExactly("a root");
        assertUnread(unread);
    }
}
