package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.testing.Multipart;

/**
 * The messages that answer interactions: open ones stand in the channel, others one person sees,
 * and none of them needs a permission. Guarded by the watch.
 */
final class InteractionPosts {
    private final World world;
    private final Told told;

    InteractionPosts(World world, Told told) {
        this.world = world;
        this.told = told;
    }

    ObjectNode rest(Post post) {
        return told.json().rest(post);
    }

    /** The first answer, whole. */
    void first(Interaction to, RestRequest request) {
        JsonNode data = request.body().path("data");
        Post post = blank(to, firstType(to), data);
        post.reference = target(to);
        fill(post, data, request.files());
        to.original = Optional.of(post);
        publish(post);
        wake(post, request);
    }

    /** The first answer, which is yet to come. */
    void thinking(Interaction to, JsonNode data) {
        Post post = blank(to, firstType(to), data);
        post.reference = target(to);
        post.flags |= Post.LOADING;
        to.original = Optional.of(post);
        publish(post);
    }

    Post followUp(Interaction to, RestRequest request) {
        Post post = blank(to, Post.REPLY, request.body());
        post.reference = to.target().map(InteractionPosts::pointer);
        fill(post, request.body(), request.files());
        to.followUps.add(post);
        publish(post);
        wake(post, request);
        return post;
    }

    private Post blank(Interaction to, int type, JsonNode data) {
        Post post = told.posts().draft(to.where, world.me.bot(), type);
        post.flags = data.path("flags").asInt() & Post.EPHEMERAL;
        post.webhook = Optional.of(world.me.application());
        ObjectNode metadata = InteractionMetadata.of(to);
        to.target()
                .ifPresent(first ->
                        metadata.put("original_response_message_id", Long.toString(first.id)));
        post.interaction = Optional.of(metadata);
        return post;
    }

    private static int firstType(Interaction to) {
        Interaction root = to.opener.orElse(to);
        if (root.kind == InteractionKind.COMPONENT) {
            return Post.REPLY;
        }
        return root.payload.at("/data/type").asInt() == 1
                ? Post.CHAT_INPUT_COMMAND
                : Post.CONTEXT_MENU_COMMAND;
    }

    /** The message at which a menu or a component was used. */
    private static Optional<Post.Reference> target(Interaction to) {
        return to.opener.orElse(to).message.map(InteractionPosts::pointer);
    }

    private static Post.Reference pointer(Post post) {
        return new Post.Reference(post.channel.id, post.id);
    }

    /** Changes a message, or completes the one that was yet to come. */
    void edit(Post post, JsonNode data, RestRequest request) {
        boolean loading = post.has(Post.LOADING);
        fill(post, data, request.files());
        post.flags &= ~Post.LOADING;
        wake(post, request);
        if (!loading) {
            post.edited = Optional.of(world.clock.now());
            post.edits++;
        }
        tell(post, "MESSAGE_UPDATE");
    }

    private void fill(Post post, JsonNode data, List<Multipart.Part> files) {
        MessageForm form = MessageForm.of(data, files);
        form.apply(post, told.cdn());
        told.mentions().apply(post, Mentions.Allowed.byBot(form.allowedMentions(), true));
    }

    private void publish(Post post) {
        if (post.has(Post.EPHEMERAL)) {
            tell(post, "MESSAGE_CREATE");
        } else {
            told.posts().publish(post);
        }
    }

    /**
     * What one person sees is told without the guild, as if it were a direct message
     * (discord-api-docs, issue 4557).
     */
    private void tell(Post post, String type) {
        ObjectNode event = told.json().event(post);
        if (post.has(Post.EPHEMERAL)) {
            event.remove(List.of("guild_id", "member"));
            world.dispatch(type, event);
        } else {
            told.posts().tell(post.channel, type, event);
        }
    }

    private void wake(Post post, RestRequest request) {
        List<String> woken = told.mentions().woken(post);
        woken.forEach(who -> world.notices.add(new Notice(post.channel.id, post.id, who)));
        if (!woken.isEmpty()) {
            world.violate(request.call().where(), "pings", "wakes " + woken);
        }
    }

    void delete(Interaction of, Post post) {
        of.followUps.remove(post);
        of.original = of.original.filter(one -> one != post);
        if (!post.has(Post.EPHEMERAL)) {
            told.posts().delete(post);
        }
    }
}
