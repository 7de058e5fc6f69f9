package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.PastRig.ANN;
import static parley.discord.PastRig.BOB;
import static parley.discord.PastRig.CHANNEL;
import static parley.discord.PastRig.GUILD;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeFile;

final class DiscordThreadsTest {
    private final PastRig rig = new PastRig();

    @AfterEach
    void close() {
        assertThat(rig.discord.violations()).isEmpty();
        rig.close();
    }

    @Test
    void earlier_inAThreadMadeFromAMessage_tellsThatMessageAndTheThread() {
        long root = rig.says(ANN, CHANNEL, "the build is red");
        long thread = rig.threadFrom(root);
        long reply = rig.says(BOB, thread, "since <@" + ANN + "> left <#" + CHANNEL + ">");
        MessageId asked = rig.asked(thread);
        rig.says(BOB, thread, "too late to be earlier");

        List<Inbound.ThreadReply> told = rig.told(PastRig.thread(thread), asked, 50);

        assertThat(PastRig.lines(told))
                .containsExactly("Ann: the build is red", "Bob: since @Ann left #general");
        assertThat(told.getFirst().message()).isEqualTo(DiscordIds.message(CHANNEL, root));
        assertThat(told.getLast())
                .isEqualTo(
                        new Inbound.ThreadReply(
                                new EventId("earlier." + reply),
                                PastRig.thread(thread),
                                new Author(DiscordIds.user(BOB), "Bob"),
                                DiscordIds.madeAt(reply),
                                DiscordIds.message(thread, reply),
                                "since @Ann left #general",
                                List.of()));
        assertThat(rig.pages()).isEqualTo(1);
    }

    @Test
    void begins_theQuestionThatItWasMadeFrom_andEveryDirectMessage() {
        ThreadId thread = DiscordIds.thread(1, 2, 3);

        assertThat(DiscordThreads.begins(thread, DiscordIds.message(2, 3))).isTrue();
        assertThat(DiscordThreads.begins(thread, DiscordIds.message(3, 4))).isFalse();
        assertThat(DiscordThreads.begins(DiscordIds.direct(5), DiscordIds.message(5, 6))).isTrue();
    }

    @Test
    void earlier_inAThreadOfItsOwn_tellsTheThread() {
        long thread = rig.threadFrom(0);
        rig.says(ANN, thread, "first");
        rig.says(BOB, thread, "second");

        assertThat(rig.lines(thread, 50)).containsExactly("Ann: first", "Bob: second");
        assertThat(rig.lines(thread, 1)).containsExactly("Ann: first");
    }

    @Test
    void earlier_inAPostOfAForum_tellsThePost() {
        long forum = 2_002;
        rig.discord.addChannel(GUILD, forum, "help", ChannelKind.FORUM);
        long post = rig.discord.posts(ANN, forum, "A title", "It does not start");
        rig.says(BOB, post, "Is it plugged in?");
        MessageId asked = rig.asked(post);

        assertThat(PastRig.lines(rig.told(DiscordIds.thread(GUILD, forum, post), asked, 50)))
                .containsExactly("Ann: It does not start", "Bob: Is it plugged in?");
    }

    @Test
    void earlier_underAnAlert_tellsTheAlert() {
        long root = rig.discord.hooks(CHANNEL, "Grafana", "disk full on db1");
        long thread = rig.threadFrom(root);
        rig.discord.hooks(thread, "Grafana", "still full");

        assertThat(rig.lines(thread, 50))
                .containsExactly("Grafana: disk full on db1", "Grafana: still full");
    }

    @Test
    void earlier_filesAndTheBotsOwn_keepsTheFilesOnly() {
        long root = rig.discord.says(ANN, CHANNEL, "", FakeFile.text("a.txt", "words"));
        long thread = rig.threadFrom(root);
        rig.answers(thread, "an answer");
        MessageId asked = rig.asked(thread);

        List<Inbound.ThreadReply> told = rig.told(PastRig.thread(thread), asked, 50);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().files()).hasSize(1);
    }

    @Test
    void earlier_aboutTheBotsOwnMessage_tellsTheOthers() {
        rig.answers(CHANNEL, "an answer");
        long thread = rig.threadFrom(rig.discord.answers(CHANNEL).getFirst().id());
        rig.says(BOB, thread, "is that so?");

        assertThat(rig.lines(thread, 50)).containsExactly("Bob: is that so?");
    }

    @Test
    void earlier_moreThanWanted_keepsRootAndNewest() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        for (int i = 1; i <= 9; i++) {
            rig.says(BOB, thread, "reply " + i);
        }

        assertThat(rig.lines(thread, 4))
                .containsExactly("Ann: root", "Bob: reply 7", "Bob: reply 8", "Bob: reply 9");
        assertThat(rig.lines(thread, 1)).containsExactly("Ann: root");
    }

    @Test
    void earlier_inALongThread_asksForItsBeginning() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        for (int i = 1; i <= 250; i++) {
            rig.says(BOB, thread, "reply " + i);
        }

        assertThat(rig.lines(thread, 3))
                .containsExactly("Ann: root", "Bob: reply 249", "Bob: reply 250");
        assertThat(rig.pages()).isEqualTo(2);
        assertThat(rig.discord.rateLimited()).isEmpty();
    }

    @Test
    void earlier_whereTheBotSaidMuch_readsSeveralPages() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        rig.says(BOB, thread, "reply");
        for (int i = 0; i < 150; i++) {
            rig.answers(thread, "answer " + i);
        }

        assertThat(rig.lines(thread, 3)).containsExactly("Ann: root", "Bob: reply");
        assertThat(rig.pages()).isEqualTo(2);
    }

    @Test
    void earlier_ofAQuestionThatBeganTheConversation_isNothingAndNotAsked() {
        MessageId asked = rig.asked(CHANNEL);
        long post = 5_000;

        assertThat(rig.told(PastRig.thread(DiscordIds.idOf(asked)), asked, 50)).isEmpty();
        assertThat(rig.told(PastRig.thread(post), DiscordIds.message(post, post), 50)).isEmpty();
        assertThat(rig.told(PastRig.thread(1), DiscordIds.message(1, 2), 0)).isEmpty();
        assertThat(rig.discord.calls()).isEmpty();
    }

    @Test
    void earlier_inDirectMessages_isNothingAndNotAsked() {
        long direct = rig.discord.dmOf(ANN);
        rig.says(ANN, direct, "first");

        assertThat(rig.told(DiscordIds.direct(direct), rig.asked(direct), 50)).isEmpty();
        assertThat(rig.discord.calls()).isEmpty();
    }

    @Test
    void earlier_aboutAMessageOfAChannel_isThatMessage() {
        rig.says(BOB, CHANNEL, "something else");
        long root = rig.says(BOB, CHANNEL, "what people ask about");
        rig.says(ANN, CHANNEL, "something later");
        MessageId asked = rig.asked(CHANNEL);

        assertThat(PastRig.lines(rig.told(PastRig.thread(root), asked, 50)))
                .containsExactly("Bob: what people ask about");
    }

    @Test
    void earlier_aboutAMessageThatIsGone_isNothing() {
        long root = rig.says(BOB, CHANNEL, "soon gone");
        MessageId asked = rig.asked(CHANNEL);
        rig.discord.deletes(CHANNEL, root);

        assertThat(rig.told(PastRig.thread(root), asked, 50)).isEmpty();
    }

    @Test
    void earlier_inAThreadWhoseMessageIsGone_isTheThread() {
        long root = rig.says(BOB, CHANNEL, "soon gone");
        long thread = rig.threadFrom(root);
        rig.says(BOB, thread, "reply");
        rig.discord.deletes(CHANNEL, root);

        assertThat(rig.lines(thread, 50)).containsExactly("Bob: reply");
    }

    @Test
    void earlier_firstInAThread_isNothing() {
        assertThat(rig.lines(rig.threadFrom(0), 50)).isEmpty();
    }

    @Test
    void earlier_reply_tellsWhatItAnswers() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        long claim = rig.says(BOB, thread, "it is Tuesday");
        rig.discord.replies(ANN, thread, claim, false, "no");
        rig.answers(thread, "it is Monday");
        long answer = rig.discord.answers(thread).getFirst().id();
        rig.discord.replies(ANN, thread, answer, false, "yes");

        assertThat(rig.lines(thread, 50))
                .containsExactly(
                        "Ann: root",
                        "Bob: it is Tuesday",
                        "Ann: no\n\n> In reply to Bob:\n> it is Tuesday",
                        "Ann: yes");
    }
}
