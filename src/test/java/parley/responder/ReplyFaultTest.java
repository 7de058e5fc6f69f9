package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.responder.ResponderRig.BARE;
import static parley.responder.ResponderRig.DELIVERED;
import static parley.responder.ResponderRig.END;
import static parley.responder.ResponderRig.TURN;
import static parley.responder.ResponderRig.scope;
import static parley.responder.ResponderRig.thread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.Write;

/** How an answer still arrives when the platform, the store or the program fails. */
final class ReplyFaultTest {
    private static final SendResult DOWN = new SendResult.Unreachable("no route");
    private static final SendResult GONE = new SendResult.Rejected("message not found");

    private final ResponderRig rig = new ResponderRig(200, scope("all", 1_000, 50));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void finish_rateLimited_waitsAndDelivers() {
        rig.adapter.answering(new SendResult.RateLimited(Duration.ofMillis(50)));

        assertThat(rig.open().finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
        assertThat(rig.adapter.writes()).hasSize(2);
    }

    @Test
    void finish_platformUnreachable_isRepeatedUntilDelivered() {
        rig.adapter.answering(DOWN, DOWN);

        assertThat(rig.open().finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
    }

    @Test
    void finish_unreachableForAMinute_isPostponedAndDeliveredByTheNextTry() {
        Reply reply = rig.open();
        reply.append("Hel");
        rig.awaitText("Hel");
        rig.adapter.goDown(() -> rig.skip(Duration.ofSeconds(61)));

        assertThat(reply.finish("Hello", END))
                .isEqualTo(new Delivery.Postponed(Optional.of("no route to host")));
        assertThat(rig.adapter.writes()).hasSize(2);

        rig.adapter.comeBack();
        Reply again = rig.resume(rig.adapter.ids(thread(0)).getFirst());
        assertThat(again.finish("Hello", END, Duration.ofSeconds(10))).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
    }

    @Test
    void finish_unreachable_isTriedALastTimeWhenThePatienceEnds() {
        rig.adapter.goDown(() -> rig.skip(Duration.ofMillis(9_900)));

        assertThat(rig.open().finish("Hello", END, Duration.ofSeconds(10)))
                .isInstanceOf(Delivery.Postponed.class);
        assertThat(rig.adapter.writes()).hasSize(2);
    }

    @Test
    void finish_unreachableWhileItGrew_hasAllItsPatience() {
        rig.adapter.goDown(() -> rig.skip(Duration.ofHours(1)));
        Reply reply = rig.open();
        reply.append("Hel");
        rig.awaitWrites(1);
        rig.adapter.comeBack();

        assertThat(reply.finish("Hello", END)).isEqualTo(DELIVERED);
    }

    @Test
    void finish_rateLimitedPastThePatience_isDelivered() {
        rig.adapter.answering(
                new SendResult.RateLimited(Duration.ofMillis(100)),
                new SendResult.RateLimited(Duration.ofMillis(100)));

        assertThat(rig.open().finish("Hello", END, Duration.ofMillis(10))).isEqualTo(DELIVERED);
    }

    @Test
    void finish_postAnsweredTooLate_theNextTryIsTheSameMessage() {
        rig.adapter.losingTheAnswer();
        Reply reply = rig.open();
        reply.append("Hel");
        rig.awaitWrites(1);
        rig.adapter.goDown(() -> rig.skip(Duration.ofSeconds(61)));
        assertThat(reply.finish("Hello", END)).isInstanceOf(Delivery.Postponed.class);
        rig.adapter.comeBack();

        assertThat(rig.resume().finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
        assertThat(rig.adapter.writes().getLast().write()).isInstanceOf(Write.Edit.class);
    }

    @Test
    void finish_adapterThrows_isRepeatedUntilDelivered() {
        rig.adapter.throwing(new IllegalStateException("a fault of the adapter"));

        assertThat(rig.open().finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.observed).startsWith("POST Unreachable", "POST Sent");
    }

    /** What has no memory is not stopping: it is counted, and not tried for ever. */
    @Test
    void finish_writerOutOfMemory_isBroken() {
        rig.adapter.goDown(() -> {
            throw new OutOfMemoryError("for a test");
        });

        assertThat(rig.open().finish("Hello", END)).isInstanceOf(Delivery.Broken.class);
    }

    @Test
    void append_answerToThePostLost_isStillOneMessageWithTheWholeText() {
        rig.adapter.losingTheAnswer();
        Reply reply = rig.open();
        reply.append("Hel");
        rig.awaitWrites(1);

        assertThat(reply.finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
        assertThat(rig.shown().getFirst().settled()).isTrue();
    }

    @Test
    void restart_answerToASecondPostLost_doesNotStandBehindAShorterAnswer() {
        rig.adapter.answering().losingTheAnswer();
        Reply reply = rig.open();
        reply.append("word ".repeat(60));
        rig.awaitWrites(2);
        reply.restart();

        assertThat(reply.finish("Hello", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
    }

    @Test
    void append_middleEditUnreachable_theEndIsTriedAtOnce() {
        Reply reply = rig.open();
        reply.append("a");
        rig.awaitText("a");
        rig.adapter.answering(DOWN);
        reply.append("b");
        rig.awaitWrites(2);

        assertThat(reply.finish("abc", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("abc");
        assertThat(rig.adapter.writes()).hasSize(3);
    }

    @Test
    void finish_messageIsGone_isWrittenAnew() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        rig.adapter.lose(thread(0), rig.adapter.ids(thread(0)).getFirst());

        assertThat(reply.finish("Hello, world", END)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello, world");
        assertThat(rig.ledger.get(1)).isEqualTo("T-1 ends before 0");
        assertThat(rig.ledger.getLast()).startsWith("T-1 part 0 is m2");
    }

    @Test
    void finish_firstOfSeveralMessagesIsGone_allStandInOrderAgain() {
        String text = "word ".repeat(100);
        var first = rig.left(0, "x");
        var second = rig.left(1, "y");
        rig.adapter.lose(thread(0), first);
        Reply reply = rig.open(first, second);

        assertThat(reply.finish(text, END)).isEqualTo(DELIVERED);
        assertThat(String.join("", rig.texts())).isEqualTo(text);
    }

    @Test
    void finish_postRejected_isUndeliverable() {
        rig.adapter.answering(new SendResult.Rejected("not in channel"));

        assertThat(rig.open().finish("Hello", END))
                .isEqualTo(new Delivery.Undeliverable("not in channel"));
    }

    @Test
    void append_postRejected_theEndIsTriedOnceMore() {
        rig.adapter.answering(new SendResult.Rejected("blocked word"));
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitWrites(1);
        reply.append(", world");

        assertThat(reply.finish("Hello, world", END)).isEqualTo(DELIVERED);
        assertThat(rig.adapter.writes()).hasSize(2);
    }

    @Test
    void finish_editAlwaysRejected_endsAsUndeliverable() {
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");
        rig.adapter.answering(GONE, DOWN, GONE);
        rig.adapter.answering(new SendResult.Rejected("thread is locked"));

        assertThat(reply.finish("Hello, world", END))
                .isEqualTo(new Delivery.Undeliverable("thread is locked"));
    }

    @Test
    void finish_surplusCannotBeTakenAway_isDelivered() {
        var first = rig.left(0, "x");
        var second = rig.left(1, "y");
        Reply reply = rig.open(first, second);
        rig.adapter.answering(new SendResult.Sent(first), GONE);

        assertThat(reply.finish("Hello", BARE)).isEqualTo(DELIVERED);
        assertThat(rig.ledger).containsExactly("T-1 ends before 1");
    }

    @Test
    void posted_storeFails_nothingIsWrittenToTheMessageUntilItIsStored() {
        rig.ledgerFaults.set(1);
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitText("Hello");

        assertThat(reply.finish("Hello, world", END)).isEqualTo(DELIVERED);
        assertThat(rig.ledger).containsExactly("T-1 part 0 is m1 after 1");
        assertThat(rig.texts()).containsExactly("Hello, world");
    }

    @Test
    void look_storeFails_nothingIsPostedBehindTheMessageUntilItIsStored() {
        rig.looksFail.set(1);
        String whole = "word ".repeat(60);

        assertThat(rig.open().finish(whole, BARE)).isEqualTo(DELIVERED);
        assertThat(String.join("", rig.texts())).isEqualTo(whole);
        assertThat(rig.ledger)
                .containsExactly(
                        "T-1 part 0 is m1 after 1",
                        "T-1 part 0 is as it stays",
                        "T-1 part 1 is m2 after 2");
    }

    @Test
    void look_storeFails_isTakenBackBeforeItIsUntrue() {
        rig.looksFail.set(Integer.MAX_VALUE);
        String whole = "word ".repeat(60);
        Reply reply = rig.open();
        reply.append(whole);
        rig.awaitLookFault();

        assertThat(reply.finish("Hello", BARE)).isEqualTo(DELIVERED);
        assertThat(rig.texts()).containsExactly("Hello");
        assertThat(rig.ledger).contains("T-1 part 0 changes");
    }

    @Test
    void close_writeUnderWay_isRemembered_andFinishIsPostponed() throws InterruptedException {
        Semaphore gate = rig.adapter.gated();
        Reply reply = rig.open();
        reply.append("Hello");
        rig.awaitWrites(1);
        AtomicReference<Delivery> delivery = new AtomicReference<>();
        Thread turn = Thread.startVirtualThread(() -> delivery.set(reply.finish("Hello", END)));
        Thread closing = Thread.startVirtualThread(rig.responder::close);
        turn.join();
        gate.release(10);
        closing.join();

        assertThat(delivery.get()).isEqualTo(new Delivery.Postponed());
        assertThat(rig.ledger).containsExactly("T-1 part 0 is m1 after 1");
        assertThat(rig.adapter.writes()).hasSize(1);
    }

    @Test
    void open_afterClose_writesNothing() {
        rig.responder.close();

        assertThat(rig.open().finish("Hello", END)).isEqualTo(new Delivery.Postponed());
        assertThat(rig.adapter.writes()).isEmpty();
    }

    @Test
    void finish_interrupted_isPostponed() throws InterruptedException {
        rig.adapter.gated();
        Reply reply = rig.open();
        AtomicReference<Delivery> delivery = new AtomicReference<>();
        Thread turn = Thread.startVirtualThread(() -> delivery.set(reply.finish("Hello", END)));
        rig.awaitWrites(1);
        turn.interrupt();
        turn.join();

        assertThat(delivery.get()).isEqualTo(new Delivery.Postponed());
        rig.adapter.ungate();
    }

    @Test
    void finish_manyRepliesInOneTightScope_allArriveWithinTheBudget() throws InterruptedException {
        try (ResponderRig tight =
                new ResponderRig(200, scope("few", 5, 60), scope("min", 9, 200))) {
            List<Thread> turns = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                turns.add(Thread.startVirtualThread(() -> answer(tight, number)));
            }
            for (Thread turn : turns) {
                turn.join();
            }
            for (int i = 0; i < 20; i++) {
                assertThat(tight.adapter.shown(thread(i))).hasSize(1);
                assertThat(tight.adapter.shown(thread(i)).getFirst().text()).endsWith("end " + i);
            }
            assertThat(tight.adapter.writes()).hasSizeGreaterThanOrEqualTo(20);
            assertThat(tight.adapter.writes()).anyMatch(call -> call.write() instanceof Write.Post);
        }
    }

    private static void answer(ResponderRig rig, int number) {
        Reply reply =
                rig.responder.open(
                        thread(number),
                        ResponderRig.byline(new Reference(TURN + "-" + number)),
                        List.of());
        for (int i = 0; i < 10; i++) {
            reply.append("word ");
        }
        Delivery delivery = reply.finish("word ".repeat(10) + "end " + number, BARE);
        assertThat(delivery).isEqualTo(DELIVERED);
    }
}
