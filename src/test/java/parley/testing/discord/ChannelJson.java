package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/** Channels and threads as Discord tells them. Pure. */
final class ChannelJson {
    private ChannelJson() {}

    /** As the REST API and the gateway tell a channel, outside its guild. */
    static ObjectNode of(Channel channel) {
        ObjectNode json = inGuild(channel);
        channel.guild.ifPresent(guild -> json.put("guild_id", Long.toString(guild.id)));
        return json;
    }

    /** As GUILD_CREATE tells it, which leaves out the guild's id. */
    static ObjectNode inGuild(Channel channel) {
        ObjectNode json = Json.object("id", Long.toString(channel.id), "type", channel.kind.type());
        json.put("last_message_id", last(channel)).put("flags", 0);
        if (channel.isDirect()) {
            return json.set(
                    "recipients",
                    Json.array(channel.recipient.stream().map(Person::json).toList()));
        }
        json.put("name", channel.name).put("rate_limit_per_user", channel.slowmode);
        json.put("parent_id", channel.parent.map(one -> Long.toString(one.id)).orElse(null));
        return channel.kind.isThread() ? thread(channel, json) : fixed(channel, json);
    }

    private static @Nullable String last(Channel channel) {
        return channel.lastMessage == 0 ? null : Long.toString(channel.lastMessage);
    }

    private static ObjectNode fixed(Channel channel, ObjectNode json) {
        json.put("position", 0).put("nsfw", false).putNull("topic");
        json.set(
                "permission_overwrites",
                Json.array(channel.overwrites.values().stream().map(Overwrite::json).toList()));
        if (channel.kind == ChannelKind.VOICE) {
            json.put("bitrate", 64_000).put("user_limit", 0).putNull("rtc_region");
        }
        if (channel.kind == ChannelKind.FORUM) {
            json.set("available_tags", Json.array());
            json.putNull("default_reaction_emoji").putNull("default_sort_order");
            json.put("default_forum_layout", 0);
        }
        return json;
    }

    private static ObjectNode thread(Channel thread, ObjectNode json) {
        ObjectNode metadata =
                Json.object(
                        "archived", thread.archived,
                        "archive_timestamp", DiscordClock.text(thread.archiveTimestamp),
                        "auto_archive_duration", thread.autoArchiveMinutes,
                        "locked", thread.locked,
                        "create_timestamp", DiscordClock.text(thread.created));
        json.put("owner_id", Long.toString(thread.owner))
                .put("message_count", thread.sent)
                .put("total_message_sent", thread.sent)
                .put("member_count", thread.members.size())
                .set("thread_metadata", metadata);
        return json;
    }

    /** That somebody is in a thread. */
    static ObjectNode threadMember(Channel thread, long user) {
        return Json.object(
                "id", Long.toString(thread.id),
                "user_id", Long.toString(user),
                "join_timestamp", DiscordClock.text(thread.created),
                "flags", 1);
    }
}
