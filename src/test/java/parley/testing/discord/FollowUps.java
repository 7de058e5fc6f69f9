package parley.testing.discord;

import java.util.Optional;

/**
 * What bots do with the token of an interaction after their first answer. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages">Followup
 *     messages</a>
 */
final class FollowUps {
    private static final String MESSAGE = "webhooks/{a}/{t}/messages/{m}";

    private final World world;
    private final InteractionBook book;
    private final InteractionPosts posts;

    FollowUps(World world, InteractionBook book, InteractionPosts posts) {
        this.world = world;
        this.book = book;
        this.posts = posts;
    }

    void offer(Router router) {
        router.add("POST", "webhooks/{a}/{t}", this::create);
        router.add("GET", MESSAGE, this::read);
        router.add("PATCH", MESSAGE, this::edit);
        router.add("DELETE", MESSAGE, this::delete);
    }

    private Interaction interaction(RestRequest request) {
        Interaction found =
                book.find(request.text("t"))
                        .filter(one -> one.answer.isPresent())
                        .filter(_ -> request.id("a") == world.me.application())
                        .orElseThrow(() -> RestError.unknown(10_015, "Webhook"));
        if (!found.within(Interaction.LIFE)) {
            throw RestError.refusal(401, 50_027, "Invalid Webhook Token");
        }
        return found;
    }

    private Post message(Interaction of, RestRequest request) {
        String wanted = request.text("m");
        Optional<Post> found =
                wanted.equals("@original")
                        ? of.target()
                        : of.posts()
                                .filter(post -> Long.toString(post.id).equals(wanted))
                                .findFirst();
        return found.filter(post -> post.has(Post.EPHEMERAL) || stands(post))
                .orElseThrow(() -> RestError.unknown(10_008, "Message"));
    }

    private static boolean stands(Post post) {
        return post.channel.posts.containsKey(post.id);
    }

    /** The first one after a deferred answer completes that, whatever its flags say. */
    private RestAnswer create(RestRequest request) {
        Interaction to = interaction(request);
        Optional<Post> waiting = to.original.filter(post -> post.has(Post.LOADING));
        waiting.ifPresent(post -> posts.edit(post, request.body(), request));
        return RestAnswer.ok(posts.rest(waiting.orElseGet(() -> posts.followUp(to, request))));
    }

    private RestAnswer read(RestRequest request) {
        return RestAnswer.ok(posts.rest(message(interaction(request), request)));
    }

    private RestAnswer edit(RestRequest request) {
        Post post = message(interaction(request), request);
        posts.edit(post, request.body(), request);
        return RestAnswer.ok(posts.rest(post));
    }

    private RestAnswer delete(RestRequest request) {
        Interaction of = interaction(request);
        posts.delete(of, message(of, request));
        return RestAnswer.none();
    }
}
