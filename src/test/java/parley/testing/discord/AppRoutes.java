package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import parley.testing.Json;

/** What the app asks of itself, and where its gateway is. */
final class AppRoutes {
    /** Flags of an application below the threshold of review. */
    private static final int CONTENT = 1 << 19;

    private static final long DAY_MILLIS = 86_400_000;

    private final World world;
    private final Directs directs;
    private final Supplier<Start> gateway;

    /** Where the gateway is, and how many sessions may begin there yet. */
    record Start(String url, int left) {}

    AppRoutes(World world, Directs directs, Supplier<Start> gateway) {
        this.world = world;
        this.directs = directs;
        this.gateway = gateway;
    }

    void offer(Router router) {
        router.add("GET", "users/@me", _ -> RestAnswer.ok(me()));
        router.add("GET", "users/{u}", this::user);
        router.add("GET", "applications/@me", _ -> RestAnswer.ok(application()));
        router.add("GET", "oauth2/applications/@me", _ -> RestAnswer.ok(application()));
        router.add("GET", "gateway", _ -> RestAnswer.ok(Json.object("url", gateway.get().url)));
        router.add("GET", "gateway/bot", _ -> RestAnswer.ok(start()));
        router.add("POST", "users/@me/channels", this::direct);
    }

    private ObjectNode me() {
        ObjectNode json = world.me.bot().json().put("verified", true).put("mfa_enabled", false);
        return json.putNull("email").put("locale", "en-US").put("flags", 0).putNull("bio");
    }

    private RestAnswer user(RestRequest request) {
        return Optional.ofNullable(world.people.get(request.id("u")))
                .map(person -> RestAnswer.ok(person.json()))
                .orElseThrow(() -> RestError.unknown(10_013, "User"));
    }

    /** As READY tells it too. */
    static ObjectNode brief(World world) {
        return Json.object(
                "id",
                Long.toString(world.me.application()),
                "flags",
                world.readsContent ? CONTENT : 0);
    }

    private ObjectNode application() {
        ObjectNode json = brief(world);
        json.put("name", world.me.bot().name())
                .put("description", "")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "00")
                .put("summary", "")
                .putNull("icon")
                .putNull("team")
                .putNull("interactions_endpoint_url")
                .put("approximate_guild_count", world.guilds.size());
        json.set("bot", world.me.bot().json());
        json.set("owner", new Person(42, "Owner", false).json());
        return json;
    }

    private ObjectNode start() {
        Start start = gateway.get();
        return Json.object(
                "url",
                start.url,
                "shards",
                1,
                "session_start_limit",
                Json.object(
                        "total",
                        1_000,
                        "remaining",
                        start.left,
                        "reset_after",
                        start.left == 1_000 ? 0 : DAY_MILLIS,
                        "max_concurrency",
                        1));
    }

    private RestAnswer direct(RestRequest request) {
        FormErrors errors = new FormErrors();
        errors.required(request.body(), "recipient_id", "recipient_id");
        errors.throwIfAny();
        long user = request.body().path("recipient_id").asLong();
        if (!world.people.containsKey(user) || world.me.isBot(user)) {
            throw RestError.refusal(400, 50_033, "Invalid Recipient(s)");
        }
        return RestAnswer.ok(ChannelJson.of(directs.with(world.person(user))));
    }
}
