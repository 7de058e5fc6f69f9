package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** {@code channels/{c}/messages}: the bot reads, writes, edits and deletes. */
final class MessageRoutes {
    private static final String MESSAGES = "channels/{c}/messages";
    private static final String MESSAGE = "channels/{c}/messages/{m}";

    private final World world;
    private final Lookup lookup;
    private final Rights rights;
    private final Posts posts;
    private final MessageJson json;
    private final Cdn cdn;
    private final Mentions mentions;
    private final SendRules rules;
    private final Nonces nonces;
    private final OldEdits oldEdits;

    MessageRoutes(World world, Lookup lookup, Told told) {
        this.world = world;
        this.lookup = lookup;
        this.rights = told.rights();
        this.posts = told.posts();
        this.json = told.json();
        this.cdn = told.cdn();
        this.mentions = told.mentions();
        this.rules = new SendRules(world, rights);
        this.nonces = new Nonces(world.clock);
        this.oldEdits = new OldEdits(world.clock);
    }

    void offer(Router router) {
        router.add("GET", MESSAGES, this::list);
        router.add("POST", MESSAGES, this::create);
        router.add("GET", MESSAGE, this::get);
        router.add("PATCH", MESSAGE, this::edit);
        router.add("DELETE", MESSAGE, this::delete);
    }

    private RestAnswer list(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        if (!channel.kind.takesMessages()) {
            throw RestError.refusal(400, 50_008, "Cannot send messages in a non-text channel");
        }
        int limit = request.number("limit", 50, 1, 100);
        boolean reads = rights.may(channel, world.me.bot().id(), Permission.READ_MESSAGE_HISTORY);
        List<Post> page = reads ? Page.of(channel.posts, request, limit) : List.of();
        ArrayNode all = Json.array();
        page.forEach(post -> all.add(shown(post)));
        return RestAnswer.ok(all);
    }

    private RestAnswer get(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel, Permission.READ_MESSAGE_HISTORY);
        return RestAnswer.ok(shown(lookup.post(channel, request)));
    }

    /** As far as the app may read it. */
    private JsonNode shown(Post post) {
        JsonNode whole = json.rest(post);
        String bot = Long.toString(world.me.bot().id());
        return world.readsContent
                ? whole
                : ContentRule.withoutIntent(whole, post.channel.isDirect(), bot);
    }

    private RestAnswer create(RestRequest request) {
        Channel channel = lookup.channel(request);
        MessageForm form = MessageForm.of(request.body(), request.files());
        rules.send(channel, form);
        Optional<Post> earlier = nonces.find(form);
        if (earlier.isPresent()) {
            return RestAnswer.ok(json.rest(earlier.get()));
        }
        Post post = posts.draft(channel, world.me.bot(), form.answers() == 0 ? 0 : Post.REPLY);
        if (form.answers() != 0) {
            post.reference = Optional.of(new Post.Reference(channel.id, form.answers()));
        }
        post.nonce = form.nonce();
        form.apply(post, cdn);
        mentions.apply(post, Mentions.Allowed.byBot(form.allowedMentions(), false));
        rules.sent(post);
        nonces.remember(form, post);
        posts.publish(post);
        notice(request, post);
        return RestAnswer.ok(json.rest(post));
    }

    private RestAnswer edit(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        Post post = lookup.post(channel, request);
        if (!world.me.isBot(post.author.id())) {
            throw RestError.mistake(403, 50_005, "Cannot edit a message authored by another user");
        }
        MessageForm form = MessageForm.of(request.body(), request.files());
        rules.edit(channel, form);
        oldEdits.check(post);
        form.apply(post, cdn);
        if (form.has("content") || form.has("components")) {
            mentions.apply(post, Mentions.Allowed.byBot(form.allowedMentions(), false));
            notice(request, post);
        }
        posts.edited(post);
        return RestAnswer.ok(json.rest(post));
    }

    private void notice(RestRequest request, Post post) {
        Collection<String> woken = mentions.woken(post);
        woken.forEach(who -> world.notices.add(new Notice(post.channel.id, post.id, who)));
        if (!woken.isEmpty()) {
            world.violate(request.call().where(), "pings", "wakes " + woken);
        }
    }

    private RestAnswer delete(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        Post post = lookup.post(channel, request);
        if (!world.me.isBot(post.author.id())) {
            rights.demand(channel, Permission.MANAGE_MESSAGES);
        }
        post.files.forEach(cdn::drop);
        posts.delete(post);
        return RestAnswer.none();
    }
}
