package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** What people do. Guarded by the watch. */
final class Crowd {
    private static final int MINUTES = 1_440;

    private final World world;
    private final Posts posts;
    private final Threads threads;
    private final Cdn cdn;
    private final Mentions mentions;

    Crowd(World world, Told told, Threads threads) {
        this.world = world;
        this.posts = told.posts();
        this.cdn = told.cdn();
        this.mentions = told.mentions();
        this.threads = threads;
    }

    long says(long user, long channel, String text, List<FakeFile> files) {
        Post post = posts.draft(world.channel(channel), world.person(user), Post.DEFAULT);
        return publish(post, text, files, false);
    }

    long replies(long user, long channel, long to, boolean ping, String text) {
        Post post = posts.draft(world.channel(channel), world.person(user), Post.REPLY);
        post.reference = Optional.of(new Post.Reference(channel, to));
        return publish(post, text, List.of(), ping);
    }

    /** A message of an integration, by a webhook. */
    long hooks(long channel, String name, String text) {
        long id = world.clock.next();
        Post post = posts.draft(world.channel(channel), new Person(id, name, true), 0);
        post.webhook = Optional.of(id);
        return publish(post, text, List.of(), false);
    }

    private long publish(Post post, String text, List<FakeFile> files, boolean ping) {
        post.content = text.strip();
        for (FakeFile file : files) {
            post.files.add(cdn.keep(post.channel.id, file.name(), file.mimeType(), file.bytes()));
        }
        mentions.apply(post, Mentions.Allowed.byPerson(ping));
        posts.publish(post);
        return post.id;
    }

    void edits(long channel, long message, String text) {
        Post post = world.post(channel, message);
        boolean ping = post.reference.isPresent() && !post.mentions.isEmpty();
        post.content = text.strip();
        mentions.apply(post, Mentions.Allowed.byPerson(ping));
        posts.edited(post);
    }

    void deletes(long channel, long message) {
        Post post = world.post(channel, message);
        post.files.forEach(cdn::drop);
        posts.delete(post);
    }

    /** A link preview is added: the message changes and says the same. */
    void unfurls(long channel, long message) {
        Post post = world.post(channel, message);
        ObjectNode preview =
                Json.object(
                        "type", "link",
                        "url", "https://example.com/",
                        "title", "Example");
        post.embeds.add(preview);
        posts.changed(post);
    }

    /** From a message, or of its own where there is none. */
    long startsThread(long user, long channel, long from, String name) {
        Person person = world.person(user);
        Channel parent = world.channel(channel);
        Channel thread =
                from == 0
                        ? threads.alone(parent, person, ChannelKind.PUBLIC_THREAD, name, MINUTES)
                        : threads.from(world.post(channel, from), person, name, MINUTES);
        return thread.id;
    }

    /** In a forum; the id of the thread, and of its first message. */
    long posts(long user, long forum, String title, String text) {
        Post post = threads.inForum(world.channel(forum), world.person(user), title);
        return publish(post, text, List.of(), false);
    }

    void archives(long thread, boolean lock) {
        Channel channel = world.channel(thread);
        channel.archived = true;
        channel.locked = lock;
        channel.archiveTimestamp = world.clock.now();
        threads.changed(channel);
    }

    void renames(long thread, String name) {
        Channel channel = world.channel(thread);
        channel.name = name;
        threads.changed(channel);
    }
}
