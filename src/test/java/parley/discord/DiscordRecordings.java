package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Messages and events in Discord's shapes, in one guild. */
final class DiscordRecordings {
    static final long GUILD = 1_180_000_000_000_000_001L;
    static final long GENERAL = 1_180_000_000_000_000_300L;
    static final long DM = 1_180_000_000_000_000_900L;
    static final long THREAD = 1_477_621_422_489_600_000L;
    static final long OWN_ROLE = 1_190_000_000_000_000_055L;
    static final long OPS = 1_180_000_000_000_000_066L;
    static final BotIdentity SELF =
            new BotIdentity(1_190_000_000_000_000_010L, 1_190_000_000_000_000_011L, "Parley", true);

    static final ChannelFacts IN_GENERAL = new ChannelFacts(GENERAL, 0, GUILD, 0, "general");
    static final ChannelFacts IN_THREAD = new ChannelFacts(THREAD, 11, GUILD, GENERAL, "builds");
    static final ChannelFacts IN_DM = ChannelFacts.direct(DM);

    static final GuildNames NAMES =
            new GuildNames() {
                @Override
                public Optional<String> channel(long guild, long channel) {
                    return Optional.of("general").filter(_ -> guild == GUILD && channel == GENERAL);
                }

                @Override
                public Optional<String> role(long guild, long role) {
                    return Optional.of("ops").filter(_ -> guild == GUILD && role == OPS);
                }

                @Override
                public Optional<Long> ownRole(long guild) {
                    return Optional.of(OWN_ROLE).filter(_ -> guild == GUILD);
                }
            };

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DiscordRecordings() {}

    static ObjectNode recorded(String name) {
        try (InputStream file =
                DiscordRecordings.class.getResourceAsStream(
                        "/recordings/discord/" + name + ".json")) {
            assertThat(file).as(name).isNotNull();
            return (ObjectNode) MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recording with other fields, as JSON; null takes one out. */
    static ObjectNode with(String name, String... fieldsAndValues) {
        ObjectNode message = recorded(name);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            message.set(fieldsAndValues[i], json(fieldsAndValues[i + 1]));
        }
        return message;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }
}
