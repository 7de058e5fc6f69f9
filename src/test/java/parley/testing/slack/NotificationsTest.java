package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotificationsTest {
    private final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U1", "Ada Lovelace")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final RawClient client = new RawClient(slack);

    @AfterEach
    void close() {
        slack.close();
    }

    @ParameterizedTest
    @CsvSource({
        "<!channel>, @channel",
        "<!here|here>, @here",
        "<!everyone>, @everyone",
        "<!subteam^S123>, S123",
        "<@U1>, U1",
        "<@U1|ada>, U1",
        "`<!channel>`, @channel"
    })
    void reference_live_notifies(String text, String who) {
        client.call("chat.postMessage", "channel", "C1", "text", "Look: " + text);

        assertThat(slack.notified()).extracting(Notice::who).containsExactly(who);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;!channel&gt;",
                "@channel as plain text",
                "<#C1>",
                "<https://a.example|x>",
                "ada@here.example"
            })
    void text_inert_notifiesNobody(String text) {
        client.call("chat.postMessage", "channel", "C1", "text", text);

        assertThat(slack.notified()).isEmpty();
    }

    @Test
    void markdown_plainWords_countAsLive() {
        client.call("chat.postMessage", "channel", "C1", "markdown_text", "Hey @channel");
        client.call(
                "chat.postMessage",
                "channel",
                "C1",
                "text",
                "x",
                "blocks",
                "[{\"type\":\"markdown\",\"text\":\"**@here**\"},{\"type\":\"context\",\"elements\":"
                        + "[{\"type\":\"mrkdwn\",\"text\":\"by <@U1>\"}]}]");

        assertThat(slack.notified())
                .extracting(Notice::who)
                .containsExactly("@channel", "@here", "U1");
    }

    @Test
    void markdown_brokenUp_notifiesNobody() {
        client.call(
                "chat.postMessage",
                "channel",
                "C1",
                "markdown_text",
                "@\u200bchannel, mail@here.example and @channels");

        assertThat(slack.notified()).isEmpty();
    }

    @Test
    void linkNames_wakePeopleByName() {
        client.call(
                "chat.postMessage",
                "channel",
                "C1",
                "text",
                "Hey @ada.lovelace and @here",
                "link_names",
                "1");

        assertThat(slack.notified()).extracting(Notice::who).containsExactly("@here", "U1");
    }

    @Test
    void stream_piecesTogether_notify() {
        String root = slack.says("U1", "C1", "Question");
        String ts =
                client.call(
                                "chat.startStream",
                                "channel",
                                "C1",
                                "thread_ts",
                                root,
                                "markdown_text",
                                "Look <!cha",
                                "recipient_team_id",
                                slack.teamId(),
                                "recipient_user_id",
                                "U1")
                        .path("ts")
                        .asText();
        assertThat(slack.notified()).isEmpty();
        client.call("chat.appendStream", "channel", "C1", "ts", ts, "markdown_text", "nnel>");

        assertThat(slack.notified()).containsExactly(new Notice("C1", ts, "@channel"));
    }
}
