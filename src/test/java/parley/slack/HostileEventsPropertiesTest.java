package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.slack.Recordings.HOME;
import static parley.slack.Recordings.SELF;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import parley.chat.Inbound;
import parley.testing.Mutation;

/** Events that Slack would not send, made of those that it sends. */
final class HostileEventsPropertiesTest {
    private final SlackEvents events = new SlackEvents(SELF, Names.NONE);

    @Provide
    Arbitrary<Long> seeds() {
        return Mutation.seeds();
    }

    @Provide
    Arbitrary<String> recordings() {
        return Arbitraries.of(
                "app_mention",
                "app_mention_im",
                "file_share",
                "file_share_stubs",
                "message_blocks_only",
                "message_changed",
                "message_changed_tombstone",
                "message_deleted",
                "message_deleted_bare",
                "message_forwarded",
                "message_im_thread",
                "message_mention",
                "message_thread_reply",
                "thread_broadcast");
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void translate_brokenEvent_neverFailsNorLeavesItsChannel(
            @ForAll("recordings") String recording, @ForAll("seeds") long seed) {
        String body = Mutation.of(Recordings.body(recording), seed);

        Optional<Inbound> heard;
        try {
            heard = events.translate(Delivery.read(body));
        } catch (JsonParseException e) {
            // Bolt's runner acknowledges that, and says so in the log.
            return;
        }

        heard.ifPresent(event -> {
            JsonObject told = JsonParser.parseString(body).getAsJsonObject();
            assertThat(event.thread().channel().workspace()).isEqualTo(HOME);
            assertThat(event.thread().channel().value())
                    .isEqualTo(told.getAsJsonObject("event").get("channel").getAsString());
            assertThat(installed(told)).isIn("", HOME.value());
        });
    }

    private static String installed(JsonObject told) {
        return Optional.ofNullable(told.get("authorizations"))
                .filter(JsonElement::isJsonArray)
                .map(JsonElement::getAsJsonArray)
                .filter(all -> !all.isEmpty() && all.get(0).isJsonObject())
                .map(all -> all.get(0).getAsJsonObject().get("team_id"))
                .filter(team -> team != null && team.isJsonPrimitive())
                .map(JsonElement::getAsString)
                .orElse("");
    }
}
