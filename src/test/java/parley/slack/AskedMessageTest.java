package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.BotProfile;
import com.slack.api.model.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

final class AskedMessageTest {
    private static final BotIdentity SELF =
            new BotIdentity(
                    new WorkspaceId(Platform.SLACK, "T1"), new UserId("UBOT"), "B1", "Parley");

    private static Message message(String text) {
        Message message = new Message();
        message.setTs("17.0002");
        message.setUser("U1");
        message.setText(text);
        return message;
    }

    private static AskedMessage of(Message message) {
        return AskedMessage.of("C1", "general", message, SELF, Names.NONE).orElseThrow();
    }

    @Test
    void of_message_isItsOwnThread() {
        assertThat(of(message("a &lt; b")))
                .isEqualTo(new AskedMessage("C1", "general", "17.0002", "U1", "a < b"));
    }

    @Test
    void of_reply_isInTheThreadOfItsRoot() {
        Message reply = message("so what");
        reply.setThreadTs("17.0001");

        assertThat(of(reply).thread(SELF.workspace())).hasToString("slack/T1/C1/17.0001");
    }

    @Test
    void of_program_bearsItsName() {
        Message alert = message("Disk full");
        alert.setUser(null);
        alert.setBotId("B7");
        var profile = new BotProfile();
        profile.setName("Alert\nmanager");
        alert.setBotProfile(profile);
        Message own = message("42");
        own.setBotId("B1");

        assertThat(of(alert).author()).isEqualTo("Alert manager");
        assertThat(of(own).author()).isEqualTo("Parley");
    }

    @Test
    void of_nowhere_isEmpty() {
        Message lost = message("x");
        lost.setTs(null);

        assertThat(AskedMessage.of("C1", "", lost, SELF, Names.NONE)).isEmpty();
    }

    @Test
    void print_anyMessage_isReadBackWithinTheLimit() {
        for (String text : new String[] {"", "\"", "\n", "<&>", "\u0001", "🐙", "x"}) {
            AskedMessage asked = of(message(Mrkdwn.escape(text.repeat(4_000))));

            assertThat(asked.print().length()).isLessThanOrEqualTo(3_000);
            AskedMessage read = AskedMessage.read(asked.print()).orElseThrow();
            assertThat(asked.words()).startsWith(read.words().replace("…", ""));
            assertThat(read.root()).isEqualTo("17.0002");
        }
    }

    @Test
    void read_anythingElse_isEmpty() {
        assertThat(AskedMessage.read("")).isEmpty();
        assertThat(AskedMessage.read("[1]")).isEmpty();
    }

    @Test
    void quotedUnder_question_quotesEachLine() {
        AskedMessage asked = of(message("one\ntwo"));

        assertThat(asked.quotedUnder("Why?", "Grace"))
                .isEqualTo("Why?\n\nI mean this message of Grace:\n> one\n> two");
        assertThat(of(message("")).quotedUnder("Why?", "Grace")).isEqualTo("Why?");
        assertThat(Optional.of(asked.quotedUnder("Why?", "")))
                .hasValue("Why?\n\nI mean this message:\n> one\n> two");
    }
}
