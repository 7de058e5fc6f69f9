package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Threads: the bot begins and joins them. */
final class ThreadRoutes {
    private static final Set<Integer> MINUTES = Set.of(60, 1_440, 4_320, 10_080);
    private static final int USUAL_MINUTES = 4_320;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SLOWMODE = 21_600;

    private final World world;
    private final Lookup lookup;
    private final Rights rights;
    private final Threads threads;

    ThreadRoutes(World world, Lookup lookup, Rights rights, Threads threads) {
        this.world = world;
        this.lookup = lookup;
        this.rights = rights;
        this.threads = threads;
    }

    void offer(Router router) {
        router.add("POST", "channels/{c}/messages/{m}/threads", this::fromMessage);
        router.add("POST", "channels/{c}/threads", this::alone);
        router.add("PUT", "channels/{c}/thread-members/@me", this::join);
        router.add("DELETE", "channels/{c}/thread-members/@me", this::leave);
    }

    /** What is wrong with the name and times of a thread. */
    static void check(JsonNode body, FormErrors errors) {
        errors.text(body, "name", "name", 1, LONGEST_NAME);
        JsonNode minutes = body.path("auto_archive_duration");
        if (!minutes.isMissingNode() && !MINUTES.contains(minutes.asInt())) {
            errors.add(
                    "auto_archive_duration",
                    "BASE_TYPE_CHOICES",
                    "Value must be one of {60, 1440, 4320, 10080}.");
        }
        errors.range(
                "rate_limit_per_user",
                body.path("rate_limit_per_user").asInt(),
                0,
                LONGEST_SLOWMODE);
    }

    private static int minutes(JsonNode body) {
        return body.path("auto_archive_duration").asInt(USUAL_MINUTES);
    }

    private RestAnswer fromMessage(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        if (!channel.kind.takesThreads()) {
            throw RestError.refusal(400, 50_024, "Cannot execute action on this channel type");
        }
        Post post = lookup.post(channel, request);
        form(request);
        rights.demand(channel, Permission.CREATE_PUBLIC_THREADS, Permission.READ_MESSAGE_HISTORY);
        if (world.channels.containsKey(post.id)) {
            throw RestError.refusal(
                    400, 160_004, "A thread has already been created for this message");
        }
        room(channel);
        String name = request.body().path("name").asText().strip();
        return made(threads.from(post, world.me.bot(), name, minutes(request.body())));
    }

    private RestAnswer alone(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        if (!channel.kind.takesThreads()) {
            throw RestError.refusal(400, 50_024, "Cannot execute action on this channel type");
        }
        form(request);
        boolean open = request.body().path("type").asInt(12) == ChannelKind.PUBLIC_THREAD.type();
        rights.demand(
                channel,
                open ? Permission.CREATE_PUBLIC_THREADS : Permission.CREATE_PRIVATE_THREADS);
        room(channel);
        ChannelKind kind = open ? ChannelKind.PUBLIC_THREAD : ChannelKind.PRIVATE_THREAD;
        String name = request.body().path("name").asText().strip();
        return made(threads.alone(channel, world.me.bot(), kind, name, minutes(request.body())));
    }

    private static void form(RestRequest request) {
        FormErrors errors = new FormErrors();
        errors.required(request.body(), "name", "name");
        check(request.body(), errors);
        errors.throwIfAny();
    }

    private static void room(Channel channel) {
        Optional<Guild> guild = channel.guild;
        if (guild.filter(one -> one.activeThreads() >= one.mostThreads).isPresent()) {
            throw RestError.refusal(400, 160_006, "Maximum number of active threads reached");
        }
    }

    private RestAnswer made(Channel thread) {
        return RestAnswer.created(
                ChannelJson.of(thread)
                        .set("member", ChannelJson.threadMember(thread, world.me.bot().id())));
    }

    private RestAnswer join(RestRequest request) {
        Channel thread = thread(request);
        if (thread.archived) {
            throw RestError.refusal(400, 50_083, "Thread is archived");
        }
        thread.members.add(world.me.bot().id());
        return RestAnswer.none();
    }

    private RestAnswer leave(RestRequest request) {
        thread(request).members.remove(world.me.bot().id());
        return RestAnswer.none();
    }

    private Channel thread(RestRequest request) {
        Channel channel = lookup.channel(request);
        rights.demand(channel);
        if (!channel.kind.isThread()) {
            throw RestError.refusal(400, 50_024, "Cannot execute action on this channel type");
        }
        return channel;
    }
}
