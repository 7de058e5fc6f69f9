package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import parley.testing.Json;

/** Messages as Discord tells them. Guarded by the watch. */
final class MessageJson {
    private final World world;
    private final Cdn cdn;

    MessageJson(World world, Cdn cdn) {
        this.world = world;
        this.cdn = cdn;
    }

    /** As the gateway tells it: with its guild and its author as a member. */
    ObjectNode event(Post post) {
        ObjectNode json = whole(post, true);
        json.put("channel_type", post.channel.kind.type());
        post.channel.guild.ifPresent(guild -> {
            json.put("guild_id", Long.toString(guild.id));
            guild.member(post.author.id()).ifPresent(member -> json.set("member", member.json()));
        });
        return json;
    }

    /** As the REST API tells it. */
    ObjectNode rest(Post post) {
        return whole(post, false);
    }

    private ObjectNode whole(Post post, boolean members) {
        ObjectNode json = plain(post, members);
        post.reference.ifPresent(reference -> {
            Optional<Post> pointed = pointed(reference);
            if (post.type == Post.REPLY || post.type == Post.THREAD_STARTER) {
                json.set("referenced_message", pointed.map(one -> plain(one, false)).orElse(null));
            }
        });
        if (post.has(Post.HAS_THREAD)) {
            Optional.ofNullable(world.channels.get(post.id))
                    .ifPresent(thread -> json.set("thread", ChannelJson.of(thread)));
        }
        return json;
    }

    private Optional<Post> pointed(Post.Reference reference) {
        return Optional.ofNullable(world.channels.get(reference.channel()))
                .map(channel -> channel.posts.get(reference.message()));
    }

    /** Without what it points to. */
    private ObjectNode plain(Post post, boolean members) {
        ObjectNode json =
                Json.object(
                        "id",
                        Long.toString(post.id),
                        "channel_id",
                        Long.toString(post.channel.id),
                        "type",
                        post.type,
                        "author",
                        post.author.json(),
                        "content",
                        post.content,
                        "timestamp",
                        DiscordClock.text(post.created),
                        "tts",
                        false,
                        "pinned",
                        false,
                        "mention_everyone",
                        post.mentionsEveryone,
                        "mention_roles",
                        texts(post),
                        "mentions",
                        mentions(post, members),
                        "attachments",
                        Json.array(post.files.stream().map(cdn::json).toList()),
                        "embeds",
                        post.has(Post.SUPPRESS_EMBEDS) ? Json.array() : post.embeds,
                        "components",
                        post.components,
                        "flags",
                        post.flags,
                        "nonce",
                        post.nonce);
        json.put("edited_timestamp", post.edited.map(DiscordClock::text).orElse(null));
        post.webhook.ifPresent(id -> json.put("webhook_id", Long.toString(id)));
        post.interaction.ifPresent(metadata -> {
            json.set("interaction_metadata", metadata);
            json.put("application_id", Long.toString(world.me.application()));
        });
        post.reference.ifPresent(reference -> json.set("message_reference", pointer(reference)));
        if (post.channel.kind.isThread()) {
            json.put("position", post.channel.posts.headMap(post.id).size());
        }
        return json;
    }

    private static ArrayNode texts(Post post) {
        return Json.array(post.mentionedRoles.stream().map(String::valueOf).toList());
    }

    private ArrayNode mentions(Post post, boolean members) {
        ArrayNode all = Json.array();
        for (long id : post.mentions) {
            ObjectNode user = world.person(id).json();
            if (members) {
                post.channel
                        .guild
                        .flatMap(guild -> guild.member(id))
                        .ifPresent(member -> user.set("member", member.json()));
            }
            all.add(user);
        }
        return all;
    }

    private ObjectNode pointer(Post.Reference reference) {
        ObjectNode json =
                Json.object(
                        "type", 0,
                        "channel_id", Long.toString(reference.channel()),
                        "message_id",
                                Optional.of(reference.message())
                                        .filter(id -> id != 0)
                                        .map(String::valueOf));
        Optional.ofNullable(world.channels.get(reference.channel()))
                .flatMap(channel -> channel.guild)
                .ifPresent(guild -> json.put("guild_id", Long.toString(guild.id)));
        return json;
    }
}
