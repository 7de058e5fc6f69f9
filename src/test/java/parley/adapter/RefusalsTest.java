package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Untold;
import parley.chat.UserId;
import parley.testing.ManualTicker;
import parley.testing.Watch;

final class RefusalsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SendResult SENT = new SendResult.Sent(new MessageId("1"));
    private static final SendResult LOST = new SendResult.Unreachable("no answer");
    private static final ThreadId THREAD = ThreadId.parse("slack/W/C/1");

    private final Watch watch = new Watch();
    private final ManualTicker ticker = new ManualTicker();
    private final Queue<SendResult> results = new ConcurrentLinkedQueue<>();
    private final List<Inbound.Said> alone = new CopyOnWriteArrayList<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Untold> left = new CopyOnWriteArrayList<>();
    private volatile boolean storeFails;
    private final Refusals refusals =
            new Refusals(_ -> "everybody", this::tell, this::post, ticker, () -> NOON);

    /** What is told, and remembered. */
    private final class Store implements Inbox {
        @Override
        public Receipt accept(Inbound event) {
            return Receipt.IGNORED;
        }

        @Override
        public List<Untold> untold(Platform platform) {
            return left;
        }

        @Override
        public void told(ChannelId channel, Untold.Why why, int questions) {
            if (storeFails) {
                throw new IllegalStateException("the disk is full");
            }
            told.add(channel.value() + " " + why + " " + questions);
        }
    }

    private SendResult tell(Inbound.Said question) {
        alone.add(question);
        return result();
    }

    private SendResult post(Notice notice) {
        notices.add(notice);
        return result();
    }

    private SendResult result() {
        return Optional.ofNullable(results.poll()).orElse(SENT);
    }

    @AfterEach
    void close() {
        refusals.close();
    }

    private void takeUp() {
        refusals.takeUp(new Store(), Platform.SLACK);
        ticker.advance(Duration.ofSeconds(6));
    }

    private void refuse(int questions) {
        for (int i = 0; i < questions; i++) {
            refusals.refused(question(i));
        }
    }

    private static Inbound.Said question(int number) {
        return new Inbound.Mention(
                new EventId("e" + number),
                THREAD,
                new Author(new UserId("ada"), "Ada"),
                NOON,
                new MessageId("m" + number),
                "Why?",
                List.of());
    }

    private void awaitNotices(int number) {
        watch.await("notices", () -> notices.size() >= number, notices::toString);
    }

    private void awaitTold(String... marks) {
        watch.await("marks", () -> told.equals(List.of(marks)), told::toString);
    }

    @Test
    void refused_whatThePlatformTook_isMarked_oneMarkForAllOfAChannel() {
        takeUp();
        refuse(2_001);
        awaitTold("C BUSY 1");
        ticker.advance(Duration.ofMinutes(1));

        awaitTold("C BUSY 1", "C BUSY 2000");
        assertThat(notices).hasSize(1);
    }

    @Test
    void refused_wordThatIsLost_isSaidWithTheOthers() {
        results.add(LOST);
        takeUp();
        refuse(1);
        watch.await("a try", () -> alone.size() == 1, alone::toString);
        assertThat(told).isEmpty();
        refuse(3);
        watch.await("rest", () -> results.isEmpty(), results::toString);
        awaitAfter(Duration.ofMinutes(1), 1);

        awaitTold("C BUSY 4");
        assertThat(notices.getFirst().text()).startsWith("4 questions here were not taken");
        assertThat(alone).hasSize(1);
    }

    /** What is put back comes a moment after its try, so the time has to pass again for it. */
    private void awaitAfter(Duration each, int number) {
        watch.await(
                "notices",
                () -> {
                    if (notices.size() < number) {
                        ticker.advance(each);
                    }
                    return notices.size() >= number;
                },
                notices::toString);
    }

    @Test
    void noticeThatIsLost_isSaidAgainInTheSameWordsUntilItIsTaken() {
        left.add(untold(5, Duration.ofMinutes(10)));
        results.addAll(List.of(LOST, new SendResult.RateLimited(Duration.ofSeconds(90)), LOST));
        takeUp();
        awaitAfter(Duration.ofSeconds(1), 4);

        awaitTold("C BUSY 5");
        assertThat(notices).extracting(Notice::key).containsOnly(notices.getFirst().key());
        assertThat(notices).extracting(Notice::text).containsOnly(notices.getFirst().text());
    }

    @Test
    void noticeThatIsLostForAnHour_isGivenUp() {
        left.add(untold(5, Duration.ofMinutes(58)));
        results.addAll(Collections.nCopies(100, LOST));
        takeUp();
        watch.await(
                "the end",
                () -> {
                    ticker.advance(Duration.ofSeconds(1));
                    return !told.isEmpty();
                },
                notices::toString);

        assertThat(told).containsExactly("C BUSY 5");
        assertThat(notices).hasSizeBetween(1, 4);
    }

    @Test
    void noticeThatIsRejected_isNotSaidAgain() {
        left.add(untold(5, Duration.ZERO));
        results.add(new SendResult.Rejected("the channel is gone"));
        takeUp();

        awaitTold("C BUSY 5");
        assertThat(notices).hasSize(1);
    }

    @Test
    void takeUp_whatWasLeft_isTold_andWhatIsTooOldIsNot() {
        left.add(untold(5, Duration.ofMinutes(61)));
        left.add(
                new Untold(
                        new ChannelId(THREAD.channel().workspace(), "D"),
                        Untold.Why.BUSY,
                        Optional.empty(),
                        1,
                        NOON));
        takeUp();

        awaitTold("C BUSY 5", "D BUSY 1");
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.channel().value()).isEqualTo("D");
                    assertThat(notice.text()).startsWith("One question here was not taken");
                });
    }

    @Test
    void storeThatFails_keepsNobodyFromBeingTold() {
        storeFails = true;
        left.add(untold(5, Duration.ZERO));
        takeUp();
        awaitNotices(1);
        refuse(1);

        watch.await("the word", () -> alone.size() == 1, alone::toString);
    }

    @Test
    void passedOver_isToldInOneSentence_apartFromWhatWasRefused() {
        takeUp();
        refuse(2);
        awaitTold("C BUSY 1");
        refusals.passedOver(question(7));
        refusals.passedOver(question(8));
        ticker.advance(Duration.ofMinutes(1));
        awaitNotices(2);

        assertThat(notices)
                .extracting(Notice::text)
                .containsExactlyInAnyOrder(
                        "One question here was not taken, because too many were waiting. Ask it"
                                + " again in a minute.",
                        "While Parley was away, more was asked here than it can make up for:"
                                + " 2 questions are not answered. Ask again what still matters.");
        assertThat(notices).extracting(Notice::key).doesNotHaveDuplicates();
        watch.await("marks", () -> told.size() == 3, told::toString);
        assertThat(told).contains("C AWAY 2", "C BUSY 1");
    }

    @Test
    void closed_tellsNobody_andMarksNothing() {
        takeUp();
        refuse(1);
        awaitTold("C BUSY 1");
        refuse(3);
        refusals.close();
        ticker.advance(Duration.ofMinutes(2));
        refuse(1);

        assertThat(alone).hasSize(1);
        assertThat(told).hasSize(1);
    }

    private static Untold untold(int questions, Duration age) {
        return new Untold(
                THREAD.channel(), Untold.Why.BUSY, Optional.of(THREAD), questions, NOON.minus(age));
    }
}
