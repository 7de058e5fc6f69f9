package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Author;
import parley.chat.Earlier;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.testing.slack.FakeFile;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;

final class SlackThreadsTest {
    private static final String GENERAL = "C0GENERAL1";
    private static final String ADA = "U0ADA00001";
    private static final String BOB = "U0BOB00001";

    private final SlackRig rig = new SlackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Inbound.Mention mention(String author, String text) {
        return new Inbound.Mention(
                new EventId("Ev1"),
                rig.thread(GENERAL, "1.000001"),
                new Author(new UserId(author), author),
                Instant.EPOCH,
                new MessageId("1.000001"),
                text,
                List.of());
    }

    @Test
    void complete_said_namesAuthorPeopleAndChannels() {
        Inbound.Mention asked =
                mention(ADA, Mrkdwn.toMarkdown("ask <@U0BOB00001> in <#C0RANDOM01>", Names.NONE));

        assertThat(rig.threads.complete(asked))
                .isEqualTo(asked.with(new Author(new UserId(ADA), "Ada"), "ask @Bob in #random"));
        assertThat(rig.threads.complete(rig.threads.complete(asked)))
                .isEqualTo(rig.threads.complete(asked));
    }

    @Test
    void complete_whileSlackIsInTrouble_staysAsItIs() {
        rig.slack.faults().always("users.info", new Fault.Status(500));
        Inbound.Mention asked = mention(ADA, Mrkdwn.toMarkdown("ask <@U0BOB00001>", Names.NONE));

        assertThat(rig.threads.complete(asked)).isEqualTo(asked);
    }

    @Test
    void complete_manyStrangers_asksForSomeOnly() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("<@U0MANY").append(1_000 + i).append("> ");
        }

        rig.threads.complete(mention(ADA, Mrkdwn.toMarkdown(text.toString(), Names.NONE)));

        assertThat(rig.calls("users.info")).isEqualTo(20);
    }

    private List<Inbound.ThreadReply> told(ThreadId thread, String before, int most) {
        return ((Earlier.Told) rig.threads.earlier(thread, new MessageId(before), most)).messages();
    }

    private static List<String> lines(List<Inbound.ThreadReply> messages) {
        return messages.stream().map(it -> it.author().name() + ": " + it.text()).toList();
    }

    @Test
    void earlier_joinedInTheMiddle_tellsWhatPeopleSaid() {
        String root = rig.slack.says(ADA, GENERAL, "the build is &lt;red&gt;");
        String reply = rig.slack.replies(BOB, GENERAL, root, "since <@U0ADA00001> left");
        String asked = rig.slack.replies(ADA, GENERAL, root, rig.slack.mention() + " why?");
        rig.slack.replies(BOB, GENERAL, root, "too late to be earlier");
        ThreadId thread = rig.thread(GENERAL, root);

        List<Inbound.ThreadReply> told = told(thread, asked, 50);

        assertThat(lines(told)).containsExactly("Ada: the build is <red>", "Bob: since @Ada left");
        assertThat(told.getLast())
                .isEqualTo(
                        new Inbound.ThreadReply(
                                new EventId("earlier-C0GENERAL1-" + reply),
                                thread,
                                new Author(new UserId(BOB), "Bob"),
                                SlackTime.instant(reply).orElseThrow(),
                                new MessageId(reply),
                                "since @Ada left",
                                List.of()));
        assertThat(rig.slack.violations()).isEmpty();
    }

    @Test
    void earlier_underAnAlert_tellsTheAlertByItsName() {
        String root = rig.slack.says("U0ALERTS01", GENERAL, "disk full on &lt;db1&gt;");
        String asked = rig.slack.replies(ADA, GENERAL, root, rig.slack.mention() + " help");

        assertThat(lines(told(rig.thread(GENERAL, root), asked, 50)))
                .containsExactly("Alerts: disk full on <db1>");
    }

    @Test
    void earlier_filesAndTheBotsOwn_keepsTheFilesOnly() {
        String root = rig.slack.says(ADA, GENERAL, "", FakeFile.text("a.txt", "words"));
        rig.api.call(slack ->
                slack.chatPostMessage(r -> r.channel(GENERAL).threadTs(root).text("an answer")));
        String asked = rig.slack.replies(ADA, GENERAL, root, rig.slack.mention() + " and now?");

        List<Inbound.ThreadReply> told = told(rig.thread(GENERAL, root), asked, 50);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().files()).hasSize(1);
    }

    @Test
    void earlier_moreThanWanted_keepsRootAndNewest() {
        String root = rig.slack.says(ADA, GENERAL, "root");
        for (int i = 1; i <= 9; i++) {
            rig.slack.replies(BOB, GENERAL, root, "reply " + i);
        }
        String asked = rig.slack.replies(ADA, GENERAL, root, rig.slack.mention());

        assertThat(lines(told(rig.thread(GENERAL, root), asked, 4)))
                .containsExactly("Ada: root", "Bob: reply 7", "Bob: reply 8", "Bob: reply 9");
        assertThat(lines(told(rig.thread(GENERAL, root), asked, 1))).containsExactly("Ada: root");
    }

    @Test
    void earlier_ofSeveralPages_readsThemAll() {
        String root = rig.slack.says(ADA, GENERAL, "root");
        for (int i = 1; i <= 250; i++) {
            rig.slack.replies(BOB, GENERAL, root, "reply " + i);
        }
        String asked = rig.slack.replies(ADA, GENERAL, root, rig.slack.mention());

        assertThat(lines(told(rig.thread(GENERAL, root), asked, 2)))
                .containsExactly("Ada: root", "Bob: reply 250");
        assertThat(rig.calls("conversations.replies")).isEqualTo(2);
    }

    @Test
    void earlier_limitedAfterThePagesSoFar_tellsThemAndThatMoreIsMissing() {
        String root = rig.slack.says(ADA, GENERAL, "root");
        for (int i = 1; i <= 250; i++) {
            rig.slack.replies(BOB, GENERAL, root, "reply " + i);
        }
        String asked = rig.slack.replies(ADA, GENERAL, root, rig.slack.mention());
        rig.slack
                .faults()
                .when(
                        call ->
                                call.method().equals("conversations.replies")
                                        && call.argument("cursor").isPresent(),
                        1,
                        new Fault.RateLimited(60));

        assertThat(lines(told(rig.thread(GENERAL, root), asked, 3)))
                .containsExactly(
                        "Ada: root",
                        "Bob: reply 198",
                        "Bob: reply 199",
                        "Parley: [Parley: newer messages of this thread could not be read: Slack"
                                + " limits how often threads can be read; it is possible again in"
                                + " 60 s.]");
    }

    @Test
    void earlier_ofQuestionThatBeganTheThread_isNothingAndNotAsked() {
        String root = rig.slack.says(ADA, GENERAL, rig.slack.mention() + " hello");

        assertThat(told(rig.thread(GENERAL, root), root, 50)).isEmpty();
        assertThat(rig.calls("conversations.replies")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    thread_not_found → Slack does not find this thread any more
                    not_in_channel → I am not in this channel; invite me with `/invite`
                    channel_not_found → I am not in this channel; invite me with `/invite`
                    token_revoked → Slack does not accept the bot token any more (token_revoked)
                    missing_scope → the app lacks a scope for reading this channel's history
                    something_new → Slack refused with something_new
                    """)
    void earlier_refused_saysWhy(String error, String reason) {
        rig.slack.faults().always("conversations.replies", new Fault.Refused(error));

        assertThat(rig.threads.earlier(rig.thread(GENERAL, "1.000001"), new MessageId("2.1"), 5))
                .isEqualTo(new Earlier.Untold(reason));
    }

    @Test
    void earlier_withoutTheScope_namesIt() {
        rig.slack.addChannel("G0SECRET01", "secret", Room.Kind.PRIVATE, ADA);
        String root = rig.slack.says(ADA, "G0SECRET01", "root");
        rig.slack.app().scopes("channels:history", "users:read");

        assertThat(rig.threads.earlier(rig.thread("G0SECRET01", root), new MessageId("9.1"), 5))
                .isEqualTo(
                        new Earlier.Untold(
                                "the app lacks the scope `groups:history`; add it in the app's"
                                        + " settings and install the app again"));
    }

    @Test
    void earlier_limitedAtOnce_saysForHowLong() {
        rig.slack.faults().next("conversations.replies", new Fault.RateLimited(42));

        assertThat(rig.threads.earlier(rig.thread(GENERAL, "1.000001"), new MessageId("2.1"), 5))
                .isEqualTo(
                        new Earlier.Untold(
                                "Slack limits how often threads can be read; it is possible again in"
                                        + " 42 s"));
    }

    @Test
    void earlier_whileSlackIsInTrouble_saysSo() {
        rig.slack.faults().next("conversations.replies", new Fault.Status(503));

        assertThat(rig.threads.earlier(rig.thread(GENERAL, "1.000001"), new MessageId("2.1"), 5))
                .isEqualTo(
                        new Earlier.Untold(
                                "Slack did not answer (Slack answered with HTTP status 503)"));
    }
}
