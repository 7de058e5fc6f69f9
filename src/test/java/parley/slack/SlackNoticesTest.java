package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;
import parley.testing.slack.ShownButton;

final class SlackNoticesTest {
    private static final String GENERAL = "C0GENERAL1";

    private final PeopleRig rig = new PeopleRig();
    private final SlackNotices notices = board();

    private SlackNotices board() {
        return new SlackNotices(
                rig.api, rig.self, new PostPace(rig.ticker), rig.ticker, InstantSource.system());
    }

    @AfterEach
    void close() {
        assertThat(rig.slack.violations()).isEmpty();
        assertThat(rig.slack.notified()).isEmpty();
        assertThat(rig.slack.rateLimited()).isEmpty();
        rig.close();
    }

    private Notice notice(String key, String text, Choice... choices) {
        return new Notice(
                new ChannelId(rig.home, GENERAL), Optional.empty(), key, text, List.of(choices));
    }

    private static Notice in(parley.chat.ThreadId thread, Notice notice) {
        return new Notice(
                notice.channel(),
                Optional.of(thread),
                notice.key(),
                notice.text(),
                notice.choices());
    }

    private SendResult post(Notice notice) {
        SendResult result = notices.post(notice);
        rig.ticker.advance(Duration.ofSeconds(1));
        return result;
    }

    private Shown shown() {
        assertThat(rig.slack.channel(GENERAL)).hasSize(1);
        return rig.slack.channel(GENERAL).getFirst();
    }

    @Test
    void post_atAChannelsTop_standsThereWithButtonsAndPingsNobody() {
        Notice notice =
                notice(
                        "request-7",
                        "**Bob** <@U0BOB00001> asks, <!here>: set *engineer*?",
                        new Choice("Approve", "decide:7", Choice.Style.PRIMARY));

        assertThat(post(notice)).isInstanceOf(SendResult.Sent.class);

        assertThat(shown().text().replace("\u2060", "")).isEqualTo(notice.text());
        assertThat(shown().buttons())
                .containsExactly(
                        new ShownButton("parley-choice.0", "Approve", "decide:7", "primary"));
    }

    @Test
    void post_inAThread_standsInIt() {
        String root = rig.slack.says("U0ADA00001", GENERAL, "hello");

        post(in(rig.thread(GENERAL, root), notice("a", "Now **engineer** answers.")));

        assertThat(rig.slack.answers(GENERAL, root))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Now **engineer** answers."));
    }

    @Test
    void post_theSameKeyAgain_isTheSameMessage() {
        SendResult first = post(notice("a", "One."));

        assertThat(post(notice("a", "One."))).isEqualTo(first);
        assertThat(shown().text()).isEqualTo("One.");
    }

    @Test
    void post_afterItsAnswerWasLost_isFoundAgain() {
        rig.slack.faults().next("chat.postMessage", new Fault.EffectThenReset());

        assertThat(post(notice("a", "One."))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(post(notice("a", "One."))).isInstanceOf(SendResult.Sent.class);

        assertThat(shown().text()).isEqualTo("One.");
    }

    @Test
    void post_ofAnEarlierProcess_isFoundAgain() {
        post(notice("a", "One."));
        String root = rig.slack.says("U0ADA00001", GENERAL, "hello");
        post(in(rig.thread(GENERAL, root), notice("b", "Two.")));

        SlackNotices restarted = board();
        restarted.post(notice("a", "One."));
        rig.ticker.advance(Duration.ofSeconds(1));
        restarted.post(in(rig.thread(GENERAL, root), notice("b", "Two.")));

        assertThat(rig.calls("chat.postMessage")).isEqualTo(2);
    }

    @Test
    void post_whileSlackDoesNotLetItLook_isMadeAllTheSame() {
        rig.slack.faults().always("conversations.history", new Fault.Status(503));

        assertThat(post(notice("a", "One."))).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void post_decisionWhereNobodyElseReads_isRejected() {
        ChannelId direct = new ChannelId(rig.home, "D0ADA00001");
        var approve = new Choice("Approve", "decide:7", Choice.Style.PRIMARY);

        assertThat(post(new Notice(direct, Optional.empty(), "a", "Set?", List.of(approve))))
                .isEqualTo(new SendResult.Rejected("nobody else reads these direct messages"));
        assertThat(rig.calls("chat.postMessage")).isZero();
    }

    @Test
    void post_whereItCannot_saysWhy() {
        rig.slack.archive(GENERAL);

        assertThat(post(notice("a", "One.")))
                .isEqualTo(new SendResult.Rejected("the channel is archived (is_archived)"));
    }

    @Test
    void post_whenSlackAsksForAPause_saysForHowLong() {
        rig.slack.faults().next("chat.postMessage", new Fault.RateLimited(30));

        assertThat(post(notice("a", "One.")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(30)));
    }
}
