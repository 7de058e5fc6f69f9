package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.testing.Mutation;

/** Payloads and events that Discord would not send: the gateway's reader outlives them all. */
final class DiscordHostileJourneyTest extends DiscordJourney {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> TYPES =
            List.of("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK");

    @Test
    void brokenEvents_doNoHarm() {
        Random random = new Random(20_261_125);
        for (int i = 0; i < 400; i++) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            discord.gateway().tell(type, broken(random.nextLong()));
        }

        askAndWait("are you still there?");

        assertThat(discord.gateway().everConnected()).isEqualTo(1);
        assertThat(parley()).isNotNull();
    }

    private static JsonNode broken(long seed) {
        try (InputStream file =
                DiscordHostileJourneyTest.class.getResourceAsStream(
                        "/recordings/discord/reply_with_mention.json")) {
            ObjectNode sound = (ObjectNode) MAPPER.readTree(file);
            sound.put("guild_id", Long.toString(GUILD)).put("channel_id", Long.toString(GENERAL));
            return MAPPER.readTree(Mutation.of(sound.toString(), seed));
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eventsOfOtherKindsThatAreBroken_doNoHarm() {
        ObjectNode nothing = MAPPER.createObjectNode();
        for (String type :
                List.of(
                        "GUILD_CREATE",
                        "GUILD_UPDATE",
                        "GUILD_DELETE",
                        "GUILD_ROLE_UPDATE",
                        "GUILD_MEMBER_UPDATE",
                        "CHANNEL_CREATE",
                        "CHANNEL_UPDATE",
                        "CHANNEL_DELETE",
                        "THREAD_CREATE",
                        "THREAD_LIST_SYNC",
                        "INTERACTION_CREATE",
                        "TYPING_START",
                        "NO_SUCH_EVENT")) {
            discord.gateway().tell(type, nothing);
            discord.gateway().tell(type, MAPPER.createObjectNode().put("guild_id", "x"));
        }

        askAndWait("are you still there?");

        assertThat(discord.gateway().everConnected()).isEqualTo(1);
    }

    @Test
    void payloadsThatAreNone_areOutlived() {
        for (String payload :
                List.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "{\"op\":\"x\"}",
                        "{\"op\":0,\"t\":null,\"s\":null,\"d\":null}",
                        "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":2,\"d\":[]}",
                        "{\"op\":99,\"d\":{}}",
                        "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":3,\"d\":"
                                + "[".repeat(5_000)
                                + "]".repeat(5_000)
                                + "}")) {
            discord.gateway().tell(payload);
        }
        discord.gateway().awaitListening();
        askAndWait("are you still there?");

        discord.gateway().tell(new byte[] {1, 2, 3, 4, 0, 0, (byte) 0xff, (byte) 0xff});
        discord.await("a new connection", () -> discord.gateway().listening() == 1);
        askAndWait("and now?");
    }
}
