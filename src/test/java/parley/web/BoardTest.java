package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.testing.MemoryMessageLog;

final class BoardTest {
    private static final ThreadId THREAD =
            new ThreadId(Room.find("general").orElseThrow().channel(), "root");

    private final MemoryMessageLog log = new MemoryMessageLog();
    private final Board board = new Board(log, new EventHub("run"), 1);

    private static ChatMessage growing(String id, String text) {
        var outgoing =
                new Outgoing(
                        new Reference("T-" + id),
                        new UserId("U1"),
                        0,
                        text,
                        text.length(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false);
        return new ChatMessage(
                new MessageId(id),
                THREAD,
                Optional.empty(),
                Instant.EPOCH,
                text,
                Optional.of(outgoing),
                false);
    }

    private List<String> inLog() {
        return log.thread(THREAD).stream().map(ChatMessage::text).toList();
    }

    private List<String> shown() {
        return board.thread(THREAD).stream().map(MessageView::text).toList();
    }

    @Test
    void replace_growingText_staysInMemoryUntilItRests() {
        board.add("n1", growing("m1", "a"));
        assertThat(board.replace(growing("m1", "ab"))).isTrue();
        assertThat(inLog()).containsExactly("a");
        assertThat(shown()).containsExactly("ab");

        board.rest();
        assertThat(inLog()).containsExactly("ab");
    }

    @Test
    void replace_moreGrowingThanMayBeHeld_goesToTheLog() {
        board.add("n1", growing("m1", "a"));
        board.add("n2", growing("m2", "b"));
        assertThat(board.replace(growing("m2", "bc"))).isTrue();

        assertThat(inLog()).containsExactly("a", "bc");
        assertThat(shown()).containsExactly("a", "bc");
    }

    @Test
    void replace_messageThatIsGone_isFalse() {
        assertThat(new Board(log, new EventHub("run"), 0).replace(growing("m1", "a"))).isFalse();
    }

    @Test
    void reload_afterMessagesWereTakenOut_showsThemNoMoreAndTellsPages() throws Exception {
        var hub = new EventHub("run");
        var forgetting = new Board(log, hub, 4);
        EventStream page = hub.open().orElseThrow();
        forgetting.add("n1", growing("m1", "a"));
        forgetting.add("n2", growing("m2", "b"));
        log.remove(THREAD, new MessageId("m1"));

        forgetting.reload();

        assertThat(forgetting.find(THREAD, new MessageId("m1"))).isEmpty();
        assertThat(forgetting.find(THREAD, new MessageId("m2"))).isPresent();
        for (String type : List.of("hello", "message", "message", "resync")) {
            assertThat(page.next(Duration.ofSeconds(5)).orElseThrow())
                    .startsWith("event: " + type + "\n");
        }
    }
}
