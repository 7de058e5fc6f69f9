package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordRecordings.GUILD;
import static parley.discord.DiscordRecordings.NAMES;
import static parley.discord.DiscordRecordings.SELF;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.UserId;
import parley.testing.HostileText;

/** Discord's texts and ours, whatever stands in them. */
final class HostileTextPropertiesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Markup markup = new Markup(SELF, NAMES);

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.hostile(60);
    }

    @Provide
    Arbitrary<String> mentions() {
        return HostileText.mentions(30);
    }

    @Provide
    Arbitrary<String> answers() {
        return HostileText.hostile(80)
                .map(text ->
                        text.substring(0, Math.min(text.length(), DiscordLimits.MESSAGE_LENGTH)));
    }

    @Property
    void body_anyAnswer_fitsAndMentionsNobody(
            @ForAll("answers") String text,
            @ForAll("hostile") String note,
            @ForAll("mentions") String footer)
            throws IOException {
        DiscordMessages.Look look = DiscordMessages.look(message(text, note, footer));
        JsonNode created = MAPPER.readTree(DiscordMessages.create(look, Optional.of(7L), "nonce"));
        JsonNode edited = MAPPER.readTree(DiscordMessages.edit(look));

        for (JsonNode body : List.of(created, edited)) {
            assertThat(body.path("content").asText().length())
                    .isBetween(1, DiscordMessages.MOST_CHARACTERS);
            JsonNode allowed = body.path("allowed_mentions");
            assertThat(allowed.path("parse").isArray()).isTrue();
            assertThat(allowed.path("parse")).isEmpty();
            assertThat(allowed.path("users")).isEmpty();
            assertThat(allowed.path("roles")).isEmpty();
            assertThat(allowed.path("replied_user").asBoolean()).isFalse();
        }
        boolean nothing = text.isBlank() || text.trim().isEmpty();
        assertThat(nothing || look.content().startsWith(text)).isTrue();
    }

    private static Outgoing message(String text, String note, String footer) {
        return new Outgoing(
                new Reference("T-AAAA1111"),
                new UserId("1"),
                0,
                text,
                text.length(),
                Optional.of(note).filter(words -> !words.isBlank()),
                Optional.of(footer).filter(words -> !words.isBlank()),
                List.of(Button.RETRY),
                true);
    }

    @Property
    void plain_anyWords_neverFails(@ForAll("hostile") String words, @ForAll("mentions") String m) {
        var nothing = new MessageJson(JsonNodeFactory.instance.objectNode());

        assertThat(markup.plain(words + m, nothing, GUILD)).isNotNull();
    }

    @Property
    void form_anyLongText_comesBackAsItWas(
            @ForAll("hostile") String text, @ForAll @IntRange(min = 50, max = 4_000) int most) {
        // Line feeds alone are nothing.
        String sound = text.replaceAll("\r\n?", "\n") + "x\n";
        List<LongText.Part> parts = LongText.cut("prompt", sound, most);
        List<LongText.Part> sent =
                parts.stream()
                        .map(part -> LongText.Part.read(part.customId(), part.text()).orElseThrow())
                        .collect(Collectors.toList());

        assertThat(parts).allSatisfy(part -> assertThat(part.text()).hasSizeLessThan(most + 1));
        assertThat(LongText.join(sent)).isEqualTo(sound);
    }
}
