package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Makes and changes threads, and tells the app. Guarded by the watch. */
final class Threads {
    private final World world;
    private final Posts posts;

    Threads(World world, Posts posts) {
        this.world = world;
        this.posts = posts;
    }

    /** A thread that begins at a message, with the message's id. */
    Channel from(Post start, Person owner, String name, int minutes) {
        ChannelKind kind =
                start.channel.kind == ChannelKind.NEWS
                        ? ChannelKind.NEWS_THREAD
                        : ChannelKind.PUBLIC_THREAD;
        Channel thread = open(start.id, kind, start.channel, owner, name, minutes);
        start.flags |= Post.HAS_THREAD;
        posts.changed(start);
        Post first = posts.draft(thread, owner, Post.THREAD_STARTER);
        first.reference = Optional.of(new Post.Reference(start.channel.id, start.id));
        posts.publish(first);
        return thread;
    }

    /** A thread of its own, which the channel tells of when it is public. */
    Channel alone(Channel parent, Person owner, ChannelKind kind, String name, int minutes) {
        Channel thread = open(world.clock.next(), kind, parent, owner, name, minutes);
        if (kind == ChannelKind.PUBLIC_THREAD) {
            Post note = posts.draft(parent, owner, Post.THREAD_CREATED);
            note.content = name;
            note.reference = Optional.of(new Post.Reference(thread.id, 0));
            posts.publish(note);
        }
        return thread;
    }

    /** A post in a forum: the first message has the thread's id. */
    Post inForum(Channel forum, Person owner, String name) {
        long id = world.clock.next();
        Channel thread = open(id, ChannelKind.PUBLIC_THREAD, forum, owner, name, 4_320);
        return new Post(id, thread, owner, Post.DEFAULT, world.clock.now());
    }

    private Channel open(
            long id, ChannelKind kind, Channel parent, Person owner, String name, int minutes) {
        Channel thread = new Channel(id, kind, parent.guild, Optional.of(parent), name);
        thread.owner = owner.id();
        thread.created = world.clock.now();
        thread.archiveTimestamp = thread.created;
        thread.autoArchiveMinutes = minutes;
        thread.members.add(owner.id());
        world.channels.put(id, thread);
        parent.guild.orElseThrow().channels.put(id, thread);
        ObjectNode json = ChannelJson.of(thread).put("newly_created", true);
        long bot = world.me.bot().id();
        if (thread.members.contains(bot)) {
            json.set("member", ChannelJson.threadMember(thread, bot));
        }
        posts.tell(thread, "THREAD_CREATE", json);
        return thread;
    }

    void changed(Channel thread) {
        posts.tell(thread, "THREAD_UPDATE", ChannelJson.of(thread));
    }
}
