package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people see. Guarded by the watch. */
final class Screen {
    private static final int BUTTON = 2;

    private final World world;

    Screen(World world) {
        this.world = world;
    }

    List<ShownMessage> messages(long channel) {
        return world.channel(channel).posts.values().stream()
                .filter(post -> post.type != Post.THREAD_STARTER)
                .map(Screen::shown)
                .toList();
    }

    Optional<ShownMessage> message(long channel, long message) {
        return Optional.ofNullable(world.channel(channel).posts.get(message)).map(Screen::shown);
    }

    Optional<ShownThread> thread(long id) {
        return Optional.ofNullable(world.channels.get(id))
                .filter(channel -> channel.kind.isThread())
                .map(Screen::shown);
    }

    List<ShownThread> threads(long parent) {
        return world.channels.values().stream()
                .filter(channel -> channel.kind.isThread() && channel.ruling().id == parent)
                .map(Screen::shown)
                .toList();
    }

    private static ShownThread shown(Channel thread) {
        return new ShownThread(
                thread.id,
                thread.ruling().id,
                thread.name,
                thread.owner,
                thread.archived,
                thread.locked,
                thread.autoArchiveMinutes,
                Set.copyOf(thread.members));
    }

    static ShownMessage shown(Post post) {
        return new ShownMessage(
                post.id,
                post.channel.id,
                post.author.id(),
                post.type,
                post.content,
                buttons(post),
                post.embeds.deepCopy(),
                post.components.deepCopy(),
                post.flags,
                post.reference.map(Post.Reference::message),
                post.files.stream()
                        .map(file -> new FakeFile(file.name(), file.type(), file.bytes()))
                        .toList(),
                post.allowedMentions,
                post.nonce.map(JsonNode::asText),
                post.edits);
    }

    private static List<ShownButton> buttons(Post post) {
        return post.components.findParents("style").stream()
                .filter(one -> one.path("type").asInt() == BUTTON)
                .map(one ->
                        new ShownButton(
                                one.path("custom_id").asText(),
                                one.path("label").asText(),
                                one.path("style").asInt(),
                                one.path("disabled").asBoolean(),
                                one.path("url").asText()))
                .toList();
    }
}
