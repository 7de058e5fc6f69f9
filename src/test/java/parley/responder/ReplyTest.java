package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.responder.ResponderRig.BARE;
import static parley.responder.ResponderRig.DELIVERED;
import static parley.responder.ResponderRig.END;
import static parley.responder.ResponderRig.thread;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Write;

/** How an answer grows and ends on a platform that works. */
final class ReplyTest {
    private final ResponderRig rig = new ResponderRig(200);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void append_firstText_isPostedWithStop() {
        rig.open().append("Hello");
        rig.awaitText("Hello");

        Outgoing message = rig.shown().getFirst();
        assertThat(message.buttons()).containsExactly(Button.STOP);
        assertThat(message.settled()).isFalse();
        rig.responder.close();
        assertThat(rig.ledger).containsExactly("T-1 part 0 is m1 after 1");
    }

    @Test
    void append_moreText_isEditedIn() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        reply.append(", world");
        rig.awaitText("Hello, world");

        rig.responder.close();
        assertThat(rig.observed).startsWith("POST Sent", "first text", "EDIT Sent");
    }

    @Test
    void append_toAMessageThatHasGrownForLongEnough_goesOnInANewOne() {
        rig.adapter.growing(Duration.ofMinutes(50));
        Reply reply = rig.open();
        reply.append("```py\none\n");
        rig.awaitText("```py\none\n```");
        reply.append("two\n");
        rig.awaitText("```py\none\ntwo\n```");
        rig.skip(Duration.ofMinutes(51));
        reply.append("three\n");
        reply.append("four\n");

        assertThat(reply.finish("```py\none\ntwo\nthree\nfour\n```", BARE)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("```py\none\ntwo\nthree\n```", "```py\nfour\n```");
    }

    @Test
    void append_whileAWriteIsUnderWay_onlyTheNewestTextIsWritten() {
        Semaphore gate = rig.adapter.gated();
        Reply reply = rig.open();
        reply.append("a");
        rig.awaitWrites(1);
        for (int i = 0; i < 1_000; i++) {
            reply.append("b");
        }
        gate.release();
        rig.awaitWrites(2);
        gate.release(100);
        assertThat(reply.finish("a" + "b".repeat(1_000), BARE)).isEqualTo(DELIVERED);

        var second = (Write.Edit) rig.adapter.writes().get(1).write();
        assertThat(second.message().text()).hasSizeGreaterThan(100);
        assertThat(String.join("", rig.texts())).isEqualTo("a" + "b".repeat(1_000));
    }

    @Test
    void append_halfALink_isHeldBack() {
        Reply reply = rig.open();
        reply.append("See [the docs](http://exam");
        rig.awaitText("See ");
        reply.append("ple.org) now");
        rig.awaitText("See [the docs](http://example.org) now");
    }

    @Test
    void finish_text_isShownWithNoteFooterAndButtons() {
        Reply reply = rig.open();
        reply.append("Hel");

        assertThat(reply.finish("Hello", END)).isEqualTo(DELIVERED);

        Outgoing message = rig.shown().getFirst();
        assertThat(rig.texts()).containsExactly("Hello");
        assertThat(message.note()).isEqualTo(END.note());
        assertThat(message.footer()).isEqualTo(END.footer());
        assertThat(message.buttons()).isEqualTo(END.buttons());
        assertThat(message.settled()).isTrue();
        assertThat(rig.observed).endsWith("final text");
    }

    @Test
    void finish_longText_isShownWholeInSeveralMessages() {
        String text = MarkdownSamples.random(3, 30_000);
        Reply reply = rig.open();
        for (int at = 0; at < text.length(); at += 50) {
            reply.append(text.substring(at, Math.min(text.length(), at + 50)));
        }

        assertThat(reply.finish(text, END)).isEqualTo(DELIVERED);

        List<Part> parts = new MessageSplitter(200).split(text);
        assertThat(rig.texts())
                .isEqualTo(
                        parts.stream().map(Part::shown).filter(part -> !part.isBlank()).toList());
        assertThat(rig.shown().getLast().buttons()).isEqualTo(END.buttons());
        assertThat(rig.shown().subList(0, rig.shown().size() - 1))
                .allSatisfy(message -> {
                    assertThat(message.buttons()).isEmpty();
                    assertThat(message.note()).isEmpty();
                    assertThat(message.settled()).isTrue();
                });
        assertThat(rig.ledger).hasSize(2 * rig.shown().size() - 1);
    }

    @Test
    void finish_otherTextThanAppended_isWhatTheThreadShows() {
        Reply reply = rig.open();
        reply.append("a first idea");
        rig.awaitText("a first idea");

        assertThat(reply.finish("another", BARE)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("another");
    }

    @Test
    void finish_noteOnly_standsAlone() {
        assertThat(rig.open().finish("", END)).isEqualTo(DELIVERED);

        assertThat(rig.shown()).hasSize(1);
        assertThat(rig.shown().getFirst().text()).isEmpty();
        assertThat(rig.shown().getFirst().note()).isEqualTo(END.note());
    }

    @Test
    void finish_nothingAtAll_writesNothing() {
        assertThat(rig.open().finish("", BARE)).isEqualTo(DELIVERED);

        assertThat(rig.adapter.writes()).isEmpty();
    }

    @Test
    void finish_textThatIsShownAlready_isOneWriteForTheEnd() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");

        assertThat(reply.finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.adapter.writes()).hasSize(2);
    }

    @Test
    void finish_again_isRefused() {
        Reply reply = rig.open();
        assertThat(reply.finish("x", END)).isEqualTo(DELIVERED);

        assertThatThrownBy(() -> reply.finish("y", END)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void restart_shownText_isReplacedInTheSameMessage() {
        Reply reply = rig.open();
        reply.append("old");
        rig.awaitText("old");
        reply.restart();
        reply.append("new");
        rig.awaitText("new");

        assertThat(rig.adapter.ids(thread(0))).hasSize(1);
    }

    @Test
    void restart_nothingNewYet_leavesTheOldText() {
        Reply reply = rig.open();
        reply.append("old");
        rig.awaitText("old");
        reply.restart();

        assertThat(reply.finish("", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("");
        assertThat(rig.adapter.writes()).hasSize(2);
    }

    @Test
    void open_messagesOfAnEarlierRun_areUsedAgainAndTheRestTakenAway() {
        var first = rig.left(0, "old one");
        var second = rig.left(1, "old two");
        var third = rig.left(2, "old three");
        Reply reply = rig.open(first, second, third);

        assertThat(reply.finish("new", END)).isEqualTo(DELIVERED);

        assertThat(rig.adapter.ids(thread(0))).containsExactly(first);
        assertThat(rig.texts()).containsExactly("new");
        assertThat(rig.ledger).containsExactly("T-1 ends before 2", "T-1 ends before 1");
    }

    @Test
    void status_isShownUntilTheFirstText() {
        Reply reply = rig.open();
        reply.status("3rd in the queue");
        reply.status("thinking");
        reply.append("Hello");
        rig.awaitText("Hello");
        assertThat(reply.finish("Hello", END)).isEqualTo(DELIVERED);
        reply.status("too late");

        assertThat(rig.adapter.statuses()).containsExactly("3rd in the queue", "thinking", "");
    }

    /** An answer that waited to be shown again has said nothing itself. */
    @Test
    void status_ofTheQueue_isClearedByTheEnd() {
        rig.adapter.showStatus(thread(1), "3rd in the queue", Optional.empty());
        Delivery _ = rig.open().finish("Hello", END);

        assertThat(rig.adapter.statuses()).containsExactly("3rd in the queue", "");
    }

    @Test
    void status_noTextAtAll_isClearedByTheEnd() {
        Reply reply = rig.open();
        reply.status("thinking");
        assertThat(reply.finish("", END)).isEqualTo(DELIVERED);

        assertThat(rig.adapter.statuses()).containsExactly("thinking", "");
    }

    @Test
    void abandon_reply_writesNothingMore() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        reply.abandon();
        reply.append(", world");

        assertThat(reply.finish("Hello, world", END)).isEqualTo(new Delivery.Postponed());
        rig.responder.close();
        assertThat(rig.texts()).containsExactly("Hello");
        assertThat(rig.shown().getFirst().note()).isEqualTo(Optional.empty());
    }
}
