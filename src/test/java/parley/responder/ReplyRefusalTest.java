package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.responder.ResponderRig.DELIVERED;
import static parley.responder.ResponderRig.END;
import static parley.responder.ResponderRig.scope;
import static parley.responder.ResponderRig.thread;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.SendResult;
import parley.chat.SendResult.Ground;

/** What stands in the place of a text that the platform refuses for good. */
final class ReplyRefusalTest {
    private static final SendResult UGLY = new SendResult.Rejected("blocked word", Ground.CONTENT);
    private static final SendResult UNCLEAR =
            new SendResult.Rejected("blocked word", Ground.UNCLEAR);
    private static final SendResult DOWN = new SendResult.Unreachable("no route");
    private static final Delivery REPLACED = new Delivery.Replaced("blocked word");
    private static final ReplyEnd SAYING =
            new ReplyEnd(
                    END.note(), END.footer(), END.buttons(), Optional.of(ReplyRefusalTest::saying));

    private final ResponderRig rig = new ResponderRig(200, scope("all", 1_000, 50));

    private static ReplyEnd saying(String reason, boolean rest) {
        String note = (rest ? "Not the rest: " : "Not this: ") + reason + ".";
        return new ReplyEnd(Optional.of(note), Optional.empty(), List.of());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void finish_contentRejected_itsSubstituteStandsThere() {
        rig.adapter.answering(UGLY);

        assertThat(rig.open().finish("Hello", SAYING)).isEqualTo(REPLACED);
        assertThat(rig.texts()).containsExactly("");
        assertThat(rig.shown().getLast().note()).contains("Not this: blocked word.");
        assertThat(rig.shown().getLast().settled()).isTrue();
    }

    @Test
    void finish_editOfContentRejected_itsSubstituteStandsInTheSameMessage() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        rig.adapter.answering(UGLY);

        assertThat(reply.finish("Hello, world", SAYING)).isEqualTo(REPLACED);
        assertThat(rig.texts()).containsExactly("");
        assertThat(rig.ledger).containsExactly("T-1 part 0 is m1 after 1");
    }

    @Test
    void finish_laterContentRejected_whatCameBeforeStands() {
        rig.adapter.answering(new SendResult.Sent(rig.left(0, "x")), UGLY);
        String text = "word ".repeat(100);

        assertThat(rig.open(rig.adapter.ids(thread(0)).getFirst()).finish(text, SAYING))
                .isEqualTo(REPLACED);
        assertThat(rig.shown()).hasSize(2);
        assertThat(rig.shown().getLast().text()).isEmpty();
        assertThat(rig.shown().getLast().note()).contains("Not the rest: blocked word.");
    }

    /** A restart before it is settled that the substitute stands there. */
    @Test
    void finish_contentRejectedAgainAfterARestart_isStillOneMessage() {
        rig.adapter.answering(UGLY);
        assertThat(rig.open().finish("Hello", SAYING)).isEqualTo(REPLACED);
        rig.adapter.answering(UGLY);
        Reply again = rig.resume(rig.adapter.ids(thread(0)).getFirst());

        assertThat(again.finish("Hello", SAYING)).isEqualTo(REPLACED);
        assertThat(rig.texts()).containsExactly("");
    }

    /** The substitute was posted and not remembered. */
    @Test
    void finish_contentRejectedAgainAfterACrash_isStillOneMessage() {
        rig.adapter.answering(UGLY);
        assertThat(rig.open().finish("Hello", SAYING)).isEqualTo(REPLACED);
        rig.adapter.answering(UGLY);

        assertThat(rig.resume().finish("Hello", SAYING)).isEqualTo(REPLACED);
        assertThat(rig.texts()).containsExactly("");
    }

    @Test
    void finish_substituteRejectedAsWell_isUndeliverable() {
        rig.adapter.answering(UGLY, UGLY);

        assertThat(rig.open().finish("Hello", SAYING))
                .isEqualTo(new Delivery.Undeliverable("blocked word"));
        assertThat(rig.adapter.writes()).hasSize(2);
    }

    @Test
    void finish_substituteUnreachable_isTriedAgain() {
        rig.adapter.answering(UGLY, DOWN);

        assertThat(rig.open().finish("Hello", SAYING)).isEqualTo(REPLACED);
        assertThat(rig.texts()).containsExactly("");
    }

    @Test
    void finish_placeRejected_hasNoSubstitute() {
        rig.adapter.answering(new SendResult.Rejected("not in channel"));

        assertThat(rig.open().finish("Hello", SAYING))
                .isEqualTo(new Delivery.Undeliverable("not in channel"));
        assertThat(rig.adapter.writes()).hasSize(1);
    }

    /** It may be that only this message cannot be changed. */
    @Test
    void finish_editRejectedForReasonsUnknown_isWrittenAnew() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        rig.adapter.answering(UNCLEAR);

        assertThat(reply.finish("Hello, world", SAYING)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello, world");
    }

    @Test
    void finish_rejectedForReasonsUnknown_itsSubstituteStandsThere() {
        rig.adapter.answering(UNCLEAR);

        assertThat(rig.open().finish("Hello", SAYING)).isEqualTo(REPLACED);
    }

    /** What is shown is not taken away before it is known that the end is refused as well. */
    @Test
    void append_editOfContentRejected_staysAndTheEndIsTriedOnceMore() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        rig.adapter.answering(UGLY);
        reply.append(", world");
        rig.awaitWrites(2);
        assertThat(rig.texts()).containsExactly("Hello");

        assertThat(reply.finish("Hello, world", SAYING)).isEqualTo(DELIVERED);
        assertThat(rig.adapter.writes()).hasSize(3);
    }
}
