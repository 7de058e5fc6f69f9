package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.webhook.Payload;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

/** Buttons, commands, shortcuts and modals, driven by Bolt. */
final class InteractionsTest {
    private static final String BUTTONS =
            """
            [{"type":"markdown","text":"**Done**"},
             {"type":"actions","elements":[
               {"type":"button","action_id":"retry","value":"7",
                "text":{"type":"plain_text","text":"Retry"}}]},
             {"type":"context_actions","elements":[
               {"type":"feedback_buttons","action_id":"feedback",
                "positive_button":{"text":{"type":"plain_text","text":"Good"},"value":"up"},
                "negative_button":{"text":{"type":"plain_text","text":"Bad"},"value":"down"}}]}]
            """;
    private static final String FORM =
            """
            {"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"Persona"},
             "submit":{"type":"plain_text","text":"Save"},
             "blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"Name"},
               "element":{"type":"plain_text_input","action_id":"name"}}]}
            """;
    private static final String HOME =
            """
            {"type":"home","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"Parley"}},
              {"type":"actions","elements":[{"type":"button","action_id":"help",
                "text":{"type":"plain_text","text":"Help"}}]}]}
            """;

    private final ManualTicker ticker = new ManualTicker();
    private final FakeSlack slack =
            FakeSlack.start(ticker)
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final RunningBolt bolt = RunningBolt.start(slack);
    private final RawClient client = new RawClient(slack);
    private String root = "";

    @BeforeEach
    void begin() {
        root = slack.says("U1", "C1", "A question");
    }

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    private String post() {
        return client.call(
                        "chat.postMessage",
                        "channel",
                        "C1",
                        "thread_ts",
                        root,
                        "blocks",
                        BUTTONS,
                        "text",
                        "Done")
                .path("ts")
                .asText();
    }

    @Test
    void presses_button_carriesItsValueAndItsMessage() {
        String ts = post();
        Delivery press = slack.presses("U1", "C1", ts, "retry");
        slack.awaitAcknowledged();

        assertThat(bolt.heard()).contains("pressed retry=7");
        assertThat(press.type()).isEqualTo("block_actions");
        assertThat(press.payload().at("/message/ts").asText()).isEqualTo(ts);
        assertThat(press.payload().at("/container/thread_ts").asText()).isEqualTo(root);
        assertThat(slack.answers("C1", root).getFirst().text()).isEqualTo("**Done**");
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void presses_feedback_tellsTheTwoButtonsApart() {
        String ts = post();
        slack.presses("U1", "C1", ts, "feedback", "down");
        slack.presses("U1", "C1", ts, "feedback");
        slack.awaitAcknowledged();

        assertThat(bolt.heard()).contains("pressed feedback=down", "pressed feedback=up");
        assertThatThrownBy(() -> slack.presses("U1", "C1", ts, "stop"))
                .hasMessageContaining("nobody can press stop");
    }

    @Test
    void command_answeredInTheAck_isShownToTheOneWhoAsked() {
        Delivery command = slack.command("U1", "C1", "/parley", "help me");
        slack.await("the answer", () -> !slack.ephemerals("U1").isEmpty());

        assertThat(slack.ephemerals("U1").getFirst().text()).isEqualTo("You said help me");
        assertThat(command.payload().path("channel_name").asText()).isEqualTo("general");
        assertThat(command.payload().has("thread_ts")).isFalse();
    }

    @Test
    void command_unanswered_isAnErrorForTheOneWhoAsked() {
        slack.app().redeliverAfter(Duration.ofMillis(50));
        Delivery command = slack.command("U1", "C1", "/other", "");
        slack.await("the error", () -> slack.unanswered().contains(command));

        assertThat(command.attempts()).isEqualTo(1);
    }

    @Test
    void shortcut_bringsTheMessage() {
        Delivery shortcut = slack.shortcut("U1", "C1", root, "ask");
        slack.awaitAcknowledged();

        assertThat(bolt.heard()).contains("shortcut on A question");
        assertThat(shortcut.payload().path("trigger_id").asText()).isNotEmpty();
    }

    @Test
    void modal_openedAndSubmitted_bringsTheValues() {
        JsonNode opened = client.call("views.open", "trigger_id", trigger(), "view", FORM);
        String id = opened.at("/view/id").asText();
        assertThat(slack.surfaces().modal("U1")).isPresent();
        assertThatThrownBy(() -> slack.submits(id, Map.of())).hasMessageContaining("asks for name");

        Delivery submission = slack.submits(id, Map.of("name", "engineer"));
        slack.await("the modal to close", () -> slack.surfaces().modal("U1").isEmpty());

        assertThat(submission.payload().at("/view/state/values/b/name/value").asText())
                .isEqualTo("engineer");
        assertThat(bolt.heard()).anyMatch(line -> line.contains("engineer"));
    }

    private String trigger() {
        return slack.shortcut("U1", "C1", root, "ask").payload().path("trigger_id").asText();
    }

    @Test
    void trigger_worksForThreeSecondsOnce() {
        String trigger = trigger();
        client.call("views.open", "trigger_id", trigger, "view", FORM);
        String late = trigger();
        ticker.advance(Duration.ofMillis(3_001));

        assertThat(error("views.open", "trigger_id", trigger, "view", FORM))
                .isEqualTo("exchanged_trigger_id");
        assertThat(error("views.open", "trigger_id", late, "view", FORM))
                .isEqualTo("expired_trigger_id");
        assertThat(slack.violations())
                .extracting(Violation::rule)
                .containsExactly("exchanged_trigger_id");
    }

    private String error(String method, String... arguments) {
        return client.call(method, arguments).path("error").asText();
    }

    @Test
    void home_published_isSeenAndPressed() {
        String hash =
                client.call("views.publish", "user_id", "U1", "view", HOME)
                        .at("/view/hash")
                        .asText();
        JsonNode home = slack.surfaces().home("U1").orElseThrow();
        slack.pressesInView("U1", home.path("id").asText(), "help", "");
        slack.awaitAcknowledged();

        assertThat(Surfaces.text(home)).isEqualTo("Parley");
        assertThat(Surfaces.buttons(home)).extracting(ShownButton::text).containsExactly("Help");
        assertThat(bolt.heard()).contains("pressed help=null");
        assertThat(error("views.publish", "user_id", "U1", "view", HOME, "hash", "1.x"))
                .isEqualTo("hash_conflict");
        assertThat(error("views.publish", "user_id", "U1", "view", HOME, "hash", hash)).isEmpty();
        slack.opensHome("U1", "home");
        assertThat(slack.deliveries().getLast().payload().at("/event/view/type").asText())
                .isEqualTo("home");
    }

    @Test
    void responseUrl_fiveTimes_thenNoMore() throws Exception {
        String url =
                slack.command("U1", "C1", "/parley", "x").payload().path("response_url").asText();
        Slack plain = Slack.getInstance();
        for (int i = 0; i < 5; i++) {
            assertThat(plain.send(url, Payload.builder().text("part " + i).build()).getCode())
                    .isEqualTo(200);
        }
        assertThat(plain.send(url, Payload.builder().text("six").build()).getCode()).isEqualTo(404);

        assertThat(slack.ephemerals("U1")).extracting(Ephemeral::text).contains("part 4");
        assertThat(slack.violations()).extracting(Violation::rule).containsExactly("used_url");
        assertThat(slack.calls("response_url")).hasSize(6);
    }

    @Test
    void responseUrl_markdownOrTooLate_isRefused() {
        String url =
                slack.command("U1", "C1", "/parley", "x").payload().path("response_url").asText();
        assertThat(answer(url, "{\"markdown_text\":\"x\"}")).contains("no_text");
        ticker.advance(Duration.ofMinutes(31));
        assertThat(answer(url, "{\"text\":\"x\"}")).contains("expired_url");

        assertThat(slack.violations())
                .extracting(Violation::rule)
                .containsExactly("unknown_argument", "no_text");
    }

    private String answer(String url, String body) {
        return client.send(url, "", "application/json", body).body();
    }

    @Test
    void responseUrl_ofAButton_replacesOrTakesAwayItsMessage() {
        String ts = post();
        String url = slack.presses("U1", "C1", ts, "retry").payload().path("response_url").asText();
        answer(url, "{\"text\":\"Again\",\"replace_original\":true}");
        assertThat(slack.answers("C1", root).getFirst().text()).isEqualTo("Again");

        answer(url, "{\"delete_original\":true}");
        assertThat(slack.answers("C1", root)).isEmpty();
        answer(url, "{\"text\":\"For all\",\"response_type\":\"in_channel\"}");
        assertThat(slack.channel("C1").getLast().text()).isEqualTo("For all");
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void ephemeralButton_canBePressedAndReplaced() {
        client.call(
                "chat.postEphemeral",
                "channel",
                "C1",
                "user",
                "U1",
                "text",
                "x",
                "blocks",
                BUTTONS);
        Ephemeral shown = slack.ephemerals("U1").getFirst();
        Delivery press = slack.presses("U1", "C1", shown.ts(), "retry");
        answer(
                press.payload().path("response_url").asText(),
                "{\"text\":\"Gone\",\"replace_original\":true}");

        assertThat(press.payload().at("/container/is_ephemeral").asBoolean()).isTrue();
        assertThat(press.payload().has("message")).isFalse();
        assertThat(slack.ephemerals("U1")).extracting(Ephemeral::text).containsExactly("Gone");
    }
}
