package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import parley.testing.Json;

/** Guilds as Discord tells them. Pure. */
final class GuildJson {
    private GuildJson() {}

    /** As the REST API tells it. */
    static ObjectNode of(Guild guild) {
        ObjectNode json =
                Json.object(
                        "id",
                        Long.toString(guild.id),
                        "name",
                        guild.name(),
                        "owner_id",
                        Long.toString(guild.owner),
                        "afk_timeout",
                        300,
                        "verification_level",
                        0,
                        "default_message_notifications",
                        0,
                        "explicit_content_filter",
                        0,
                        "mfa_level",
                        0,
                        "premium_tier",
                        0,
                        "preferred_locale",
                        "en-US",
                        "nsfw_level",
                        0,
                        "system_channel_flags",
                        0,
                        "features",
                        Json.array(),
                        "emojis",
                        Json.array(),
                        "stickers",
                        Json.array(),
                        "roles",
                        roles(guild));
        return json.putNull("icon")
                .putNull("description")
                .putNull("afk_channel_id")
                .putNull("system_channel_id")
                .put("premium_progress_bar_enabled", false);
    }

    static ArrayNode roles(Guild guild) {
        return Json.array(guild.roles.values().stream().map(Role::json).toList());
    }

    /** As GUILD_CREATE tells it: with its channels and active threads, and the bot alone. */
    static ObjectNode create(Guild guild, Member bot, List<Channel> threads) {
        ObjectNode json = of(guild);
        json.put("joined_at", DiscordClock.text(guild.joined))
                .put("large", false)
                .put("unavailable", false)
                .put("member_count", guild.members.size());
        json.set("members", Json.array(bot.whole()));
        json.set("channels", Json.array(fixed(guild).map(ChannelJson::inGuild).toList()));
        json.set("threads", Json.array(threads.stream().map(ChannelJson::of).toList()));
        Stream.of(
                        "voice_states",
                        "presences",
                        "stage_instances",
                        "guild_scheduled_events",
                        "soundboard_sounds")
                .forEach(name -> json.set(name, Json.array()));
        return json;
    }

    /** Its channels without threads. */
    static Stream<Channel> fixed(Guild guild) {
        return guild.channels.values().stream().filter(one -> !one.kind.isThread());
    }

    /** As users/@me/guilds tells it. */
    static ObjectNode brief(Guild guild, boolean owner, long permissions) {
        ObjectNode json =
                Json.object(
                        "id", Long.toString(guild.id),
                        "name", guild.name(),
                        "owner", owner,
                        "permissions", Long.toString(permissions),
                        "features", Json.array());
        return json.putNull("icon").putNull("banner");
    }
}
