package parley.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.rule.Fate.Answered;
import parley.rule.Fate.Answering;
import parley.rule.Fate.Ignored;
import parley.rule.Fate.Noted;
import parley.rule.Fate.Queued;
import parley.rule.Fate.Verdict;
import parley.rule.Fate.Why;

final class FatesTest {
    private static final ThreadId THREAD = ThreadId.parse("slack/W1/C1/100");
    private static final ThreadId OTHER = ThreadId.parse("slack/W1/C1/200");
    private static final Author ANN = new Author(new UserId("U1"), "Ann");
    private static final Author BOB = new Author(new UserId("U2"), "Bob");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Reference T1 = new Reference("T-1");

    private final Fates fates = new Fates();

    private static Inbound said(ThreadId thread, Author author, String message, int second) {
        return new Inbound.ThreadReply(
                new EventId("e-" + message + "-" + second),
                thread,
                author,
                NOON.plusSeconds(second),
                new MessageId(message),
                "secret",
                List.of());
    }

    private static Inbound said(String message, int second) {
        return said(THREAD, ANN, message, second);
    }

    private Verdict inThread() {
        return fates.of(THREAD).orElseThrow().verdict();
    }

    private Verdict inChannel() {
        return fates.of(THREAD.channel()).orElseThrow().verdict();
    }

    @Test
    void turn_goesOn_isTheFateOfItsMessage() {
        Inbound message = said("m1", 0);
        fates.accepted(message, new Queued());
        fates.turn(List.of(message), new Answering(T1));
        assertThat(inThread()).isEqualTo(new Answering(T1));

        fates.turn(List.of(message), new Answered(T1));

        assertThat(fates.of(THREAD))
                .contains(new Fate(THREAD, "m1", ANN, NOON, false, new Answered(T1)));
        assertThat(fates.of(THREAD.channel())).isEqualTo(fates.of(THREAD));
        assertThat(fates.of(THREAD).orElseThrow().toString()).doesNotContain("secret");
    }

    @Test
    void turn_endsAfterANewerMessageCame_leavesThatOnesFate() {
        Inbound first = said("m1", 0);
        fates.accepted(first, new Queued());
        fates.accepted(said("m2", 0), new Queued());

        fates.turn(List.of(first), new Answered(T1));

        assertThat(inThread()).isEqualTo(new Queued());
    }

    @Test
    void turn_coveringALaterRemark_leavesItNoted() {
        Inbound question = said("m1", 0);
        Inbound remark = said("m2", 1);
        fates.accepted(question, new Queued());
        fates.passedOver(remark, new Noted(Why.SEVERAL));

        fates.turn(List.of(question, remark), new Answered(T1));

        assertThat(inThread()).isEqualTo(new Noted(Why.SEVERAL));
    }

    @Test
    void turn_afterARestart_isKnownAnew() {
        fates.turn(List.of(said("m1", 0)), new Answered(T1));

        assertThat(inThread()).isEqualTo(new Answered(T1));
    }

    @Test
    void passedOver_underASecondEventOfAnAcceptedMessage_changesNothing() {
        fates.accepted(said("m1", 0), new Queued());

        fates.passedOver(said("m1", 5), new Noted(Why.SEVERAL));

        assertThat(inThread()).isEqualTo(new Queued());
    }

    @Test
    void accepted_afterItWasNoted_isWaiting() {
        fates.passedOver(said("m1", 5), new Noted(Why.SEVERAL));

        fates.accepted(said("m1", 0), new Queued());

        assertThat(inThread()).isEqualTo(new Queued());
    }

    @Test
    void passedOver_olderThanWhatIsKnown_changesNothing() {
        fates.accepted(said("m2", 9), new Queued());

        fates.passedOver(said("m1", 0), new Ignored(Why.OFF));

        assertThat(inThread()).isEqualTo(new Queued());
    }

    @Test
    void passedOver_whereTheBotTakesNoPart_isNoneOfTheChannels() {
        fates.accepted(said("m1", 0), new Queued());

        fates.passedOver(said(OTHER, BOB, "m2", 3), new Ignored(Why.NO_PART));

        assertThat(inChannel()).isEqualTo(new Queued());
        assertThat(fates.of(OTHER).orElseThrow().verdict()).isEqualTo(new Ignored(Why.NO_PART));
    }

    @Test
    void clear_leavesNothing() {
        fates.accepted(said("m1", 0), new Queued());
        fates.clear();

        assertThat(fates.of(THREAD)).isEmpty();
    }
}
