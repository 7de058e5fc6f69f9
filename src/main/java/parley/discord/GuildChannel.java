package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A channel of a guild with what it grants and takes. Immutable.
 *
 * @param type one of Discord's numbers
 * @see <a
 *     href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types">Channel
 *     types</a>
 */
record GuildChannel(String name, int type, List<ChannelPermissions.Overwrite> overwrites) {
    /** Text, announcements, forum, media. Voice channels have a chat, but no threads. */
    private static final Set<Integer> FOR_TEXT = Set.of(0, 5, 15, 16);

    /** Forum and media: they hold posts, which are threads, and nothing else. */
    private static final Set<Integer> FORUMS = Set.of(15, 16);

    GuildChannel {
        overwrites = List.copyOf(overwrites);
    }

    static GuildChannel read(JsonNode channel) {
        List<ChannelPermissions.Overwrite> overwrites = new ArrayList<>();
        for (JsonNode overwrite : channel.path("permission_overwrites")) {
            overwrites.add(
                    new ChannelPermissions.Overwrite(
                            overwrite.path("id").asLong(),
                            overwrite.path("allow").asLong(),
                            overwrite.path("deny").asLong()));
        }
        return new GuildChannel(
                channel.path("name").asText(), channel.path("type").asInt(), overwrites);
    }

    boolean isForText() {
        return FOR_TEXT.contains(type);
    }

    private boolean isForum() {
        return FORUMS.contains(type);
    }

    /** What the bot should be allowed here. */
    List<DiscordPermission> wanted() {
        return Stream.of(DiscordPermission.values())
                .filter(permission -> !isForum() || permission.countsInForums())
                .toList();
    }
}
