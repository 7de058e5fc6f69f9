package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.UserId;

final class DiscordMessagesTest {
    private static final Reference TURN = new Reference("T-AAAA1111");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static Outgoing message(String text, String note, String footer, Button... buttons) {
        return new Outgoing(
                TURN,
                new UserId("1"),
                0,
                text,
                text.length(),
                Optional.of(note).filter(words -> !words.isEmpty()),
                Optional.of(footer).filter(words -> !words.isEmpty()),
                List.of(buttons),
                true);
    }

    private static String content(Outgoing message) {
        return DiscordMessages.look(message).content();
    }

    private static JsonNode json(String body) throws IOException {
        return MAPPER.readTree(body);
    }

    private static JsonNode created(Outgoing message) throws IOException {
        return json(DiscordMessages.create(DiscordMessages.look(message), Optional.empty(), "n"));
    }

    private static JsonNode edited(Outgoing message) throws IOException {
        return json(DiscordMessages.edit(DiscordMessages.look(message)));
    }

    @Test
    void content_ofAnAnswer_isItsTextAndSmallLinesApart() {
        assertThat(content(message("- one\n- two", "Stopped by Ann.", "default · 3 s")))
                .isEqualTo("- one\n- two\n\n-# Stopped by Ann.\n-# default · 3 s");
        assertThat(content(message("text", "", ""))).isEqualTo("text");
        assertThat(content(message("text", "", "default"))).isEqualTo("text\n\n-# default");
    }

    @Test
    void content_withoutText_isTheNoteAlone() {
        assertThat(content(message(" ", "Claude\ncannot be reached.", "")))
                .isEqualTo("-# Claude\n-# cannot be reached.");
    }

    @Test
    void content_ofNothing_isNotEmpty() {
        assertThat(content(message("", "", ""))).isEqualTo("-# …");
    }

    @Test
    void content_ofTheLongestText_holdsAFailureAndALongFooter() {
        String text = "x".repeat(DiscordLimits.MESSAGE_LENGTH);
        String note =
                "The answer broke off, because the model or the address that this bot is set up with"
                        + " does not exist. Press Continue for the rest when an admin has looked at"
                        + " it. (T-AAAA1111)";
        String footer = "f".repeat(120);

        assertThat(content(message(text, note, footer)))
                .isEqualTo(text + "\n\n-# " + note + "\n-# " + footer)
                .hasSizeLessThanOrEqualTo(DiscordMessages.MOST_CHARACTERS);
    }

    @Test
    void content_withTooLongANote_cutsTheNote() {
        String text = "x".repeat(DiscordLimits.MESSAGE_LENGTH);

        assertThat(content(message(text, "n".repeat(5_000), "f".repeat(500))))
                .startsWith(text + "\n\n-# nnn")
                .hasSize(DiscordMessages.MOST_CHARACTERS)
                .endsWith("…");
    }

    @Test
    void create_andEdit_notifyNobody() throws IOException {
        Outgoing message = message("@everyone <@1> <@&2>", "", "");

        for (JsonNode body : List.of(created(message), edited(message))) {
            assertThat(body.path("content").asText()).isEqualTo("@everyone <@1> <@&2>");
            assertThat(body.path("allowed_mentions"))
                    .isEqualTo(json("{\"parse\":[],\"replied_user\":false}"));
            assertThat(body.path("flags").asInt()).isEqualTo(1 << 2);
        }
    }

    @Test
    void create_bearsItsNonceAndWhatItAnswers() throws IOException {
        var look = DiscordMessages.look(message("x", "", "", Button.STOP));
        JsonNode body = json(DiscordMessages.create(look, Optional.of(77L), "T-AAAA1111.0"));

        assertThat(body.path("nonce").asText()).isEqualTo("T-AAAA1111.0");
        assertThat(body.path("enforce_nonce").asBoolean()).isTrue();
        assertThat(body.path("message_reference"))
                .isEqualTo(json("{\"message_id\":\"77\",\"fail_if_not_exists\":false}"));
        assertThat(body.at("/components/0/components/0/custom_id").asText())
                .isEqualTo("parley.stop:T-AAAA1111");
    }

    @Test
    void edit_withoutButtons_takesThemAway() throws IOException {
        assertThat(edited(message("x", "", "")).path("components")).isEqualTo(json("[]"));
    }

    @Test
    void status_isASmallLine_withStopOnceThereIsAnAnswer() {
        assertThat(DiscordMessages.status("Next in\nthe queue", Optional.empty()))
                .isEqualTo(new DiscordMessages.Look("-# ⏳ Next in the queue…", List.of()));
        assertThat(DiscordMessages.status("Thinking", Optional.of(TURN)).customIds())
                .containsExactly("parley.stop:T-AAAA1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-AAAA1111.0", "a-rather-long-reference-of-an-answer.17"})
    void nonce_isShort_andAnotherForEachEdition(String name) {
        String first = DiscordMessages.nonce(name, 0);

        assertThat(first).hasSizeLessThanOrEqualTo(25).isEqualTo(DiscordMessages.nonce(name, 0));
        assertThat(DiscordMessages.nonce(name, 1)).hasSizeLessThanOrEqualTo(25).isNotEqualTo(first);
    }
}
