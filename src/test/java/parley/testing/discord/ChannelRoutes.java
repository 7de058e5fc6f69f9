package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code channels/{c}}: the bot looks at channels, changes threads, and types. */
final class ChannelRoutes {
    private final World world;
    private final Lookup lookup;
    private final Rights rights;
    private final Threads threads;

    private final Renames renames;

    ChannelRoutes(World world, Lookup lookup, Rights rights, Threads threads) {
        this.world = world;
        this.lookup = lookup;
        this.rights = rights;
        this.threads = threads;
        this.renames = new Renames(world.clock);
    }

    void offer(Router router) {
        router.add("GET", "channels/{c}", this::get);
        router.add("PATCH", "channels/{c}", this::change);
        router.add("POST", "channels/{c}/typing", this::type);
    }

    private RestAnswer get(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        return RestAnswer.ok(shown(channel));
    }

    private ObjectNode shown(Channel channel) {
        ObjectNode json = ChannelJson.of(channel);
        long bot = world.me.bot().id();
        if (channel.kind.isThread() && channel.members.contains(bot)) {
            json.set("member", ChannelJson.threadMember(channel, bot));
        }
        return json;
    }

    private RestAnswer change(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        JsonNode body = request.body();
        FormErrors errors = new FormErrors();
        ThreadRoutes.check(body, errors);
        errors.throwIfAny();
        if (channel.kind.isThread()) {
            thread(channel, body);
            threads.changed(channel);
        } else {
            rights.demand(channel, Permission.MANAGE_CHANNELS);
            renames.check(channel, body.path("name").asText(channel.name));
            channel.name = body.path("name").asText(channel.name);
            channel.slowmode = body.path("rate_limit_per_user").asInt(channel.slowmode);
        }
        return RestAnswer.ok(shown(channel));
    }

    private void thread(Channel thread, JsonNode body) {
        mayChange(thread, body);
        boolean archived = body.path("archived").asBoolean(thread.archived);
        if (thread.archived && archived) {
            throw RestError.refusal(400, 50_083, "Thread is archived");
        }
        renames.check(thread, body.path("name").asText(thread.name));
        if (archived != thread.archived || body.has("auto_archive_duration")) {
            thread.archiveTimestamp = world.clock.now();
        }
        thread.archived = archived;
        thread.locked = body.path("locked").asBoolean(thread.locked);
        thread.name = body.path("name").asText(thread.name);
        thread.slowmode = body.path("rate_limit_per_user").asInt(thread.slowmode);
        thread.autoArchiveMinutes =
                body.path("auto_archive_duration").asInt(thread.autoArchiveMinutes);
    }

    private void mayChange(Channel thread, JsonNode body) {
        long bot = world.me.bot().id();
        boolean manages = rights.may(thread, bot, Permission.MANAGE_THREADS);
        boolean only =
                body.size() == 1 && body.has("archived") && !body.path("archived").asBoolean();
        boolean allowed =
                only
                        ? !thread.locked
                                && rights.may(thread, bot, Permission.SEND_MESSAGES_IN_THREADS)
                        : thread.owner == bot
                                && !thread.locked
                                && !body.has("locked")
                                && !body.has("rate_limit_per_user");
        if (!manages && !allowed) {
            throw RestError.missingPermissions();
        }
    }

    private RestAnswer type(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(
                channel,
                channel.kind.isThread()
                        ? Permission.SEND_MESSAGES_IN_THREADS
                        : Permission.SEND_MESSAGES);
        world.typing.begin(channel);
        return RestAnswer.none();
    }
}
