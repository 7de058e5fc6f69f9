package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import parley.testing.Json;

/** Adds, changes and removes messages, and tells the app. Guarded by the watch. */
final class Posts {
    private final World world;
    private final Rights rights;
    private final MessageJson json;

    Posts(World world, Rights rights, MessageJson json) {
        this.world = world;
        this.rights = rights;
        this.json = json;
    }

    /** A message that nobody sees yet. */
    Post draft(Channel channel, Person author, int type) {
        return new Post(world.clock.next(), channel, author, type, world.clock.now());
    }

    /** The message stands in its channel from now on; an archived thread opens. */
    void publish(Post post) {
        Channel channel = post.channel;
        if (channel.archived) {
            channel.archived = false;
            channel.archiveTimestamp = world.clock.now();
            tell(channel, "THREAD_UPDATE", ChannelJson.of(channel));
        }
        channel.posts.put(post.id, post);
        channel.lastMessage = post.id;
        if (channel.kind.isThread()) {
            channel.members.add(post.author.id());
            channel.sent += post.type == Post.THREAD_STARTER ? 0 : 1;
        }
        if (world.me.isBot(post.author.id())) {
            world.typing.end(channel);
        }
        tell(channel, "MESSAGE_CREATE", json.event(post));
    }

    /** Somebody has changed what it says. */
    void edited(Post post) {
        post.edited = Optional.of(world.clock.now());
        post.edits++;
        changed(post);
    }

    /** It is not as it was, though nobody edited it. */
    void changed(Post post) {
        tell(post.channel, "MESSAGE_UPDATE", json.event(post));
    }

    void delete(Post post) {
        post.channel.posts.remove(post.id);
        ObjectNode data =
                Json.object(
                        "id", Long.toString(post.id),
                        "channel_id", Long.toString(post.channel.id));
        post.channel.guild.ifPresent(guild -> data.put("guild_id", Long.toString(guild.id)));
        tell(post.channel, "MESSAGE_DELETE", data);
    }

    /** Tells the app what happens in a channel that it sees. */
    void tell(Channel channel, String type, ObjectNode data) {
        if (rights.botSees(channel)) {
            world.dispatch(type, data);
        }
    }
}
