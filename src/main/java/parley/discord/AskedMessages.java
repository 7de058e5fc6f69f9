package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Ticker;

/**
 * The messages about which people are asking, from the menu to the submission of the window, which
 * tells nothing of them. Kept, because only the menu has their words where the bot lacks the
 * message content intent; what was forgotten is asked for. Safe for use by many threads.
 */
final class AskedMessages {
    private static final int MOST = 1_000;

    /** Windows stay open for as long as people like. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The kind of a command in the menu of messages, and of the interaction that it is. */
    private static final int MESSAGE_COMMAND = 3;

    private static final int COMMAND = 2;

    private final DiscordCalls calls;
    private final Wording wording;
    private final Speakers speakers;
    private final Cache<MessageId, AskedMessage> kept;

    AskedMessages(DiscordCalls calls, Wording wording, Speakers speakers, Ticker ticker) {
        this.calls = calls;
        this.wording = wording;
        this.speakers = speakers;
        this.kept =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(LONGEST)
                        .ticker(ticker::nanos)
                        .build();
    }

    /** Keeps the message whose menu was used, if that is what happened; returns at once. */
    void hear(JsonNode interaction) {
        JsonNode data = interaction.path("data");
        if (interaction.path("type").asInt() == COMMAND
                && data.path("type").asInt() == MESSAGE_COMMAND) {
            long guild = interaction.path("guild_id").asLong();
            long channel = interaction.path("channel_id").asLong();
            data.at("/resolved/messages")
                    .forEach(message -> keep(channel, translate(message, guild, channel)));
        }
    }

    private void keep(long channel, AskedMessage message) {
        kept.put(DiscordIds.message(channel, message.id()), message);
    }

    /** May block for one call; empty when the message is gone, or the bot may not read it. */
    Optional<AskedMessage> find(Scene scene, long message) {
        return Optional.ofNullable(kept.getIfPresent(DiscordIds.message(scene.at(), message)))
                .or(() -> fetch(scene, message));
    }

    private Optional<AskedMessage> fetch(Scene scene, long message) {
        return calls.read(scene.at(), message) instanceof Outcome.Done<JsonNode>(JsonNode found)
                ? Optional.of(translate(found, scene.guild(), scene.at()))
                : Optional.empty();
    }

    private AskedMessage translate(JsonNode json, long guild, long channel) {
        MessageJson message = new MessageJson(json);
        return new AskedMessage(
                message.id(),
                speakers.name(message),
                wording.reported(message, guild),
                SharedFiles.of(message, channel));
    }
}
