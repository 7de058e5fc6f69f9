package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import parley.testing.HttpRequest;

/** What Discord lets pass, but a careful bot does not do. Guarded by the watch. */
final class Manners {
    private static final String MESSAGES = "channels/{c}/messages";
    private static final String THREADS = "channels/{c}/messages/{m}/threads";
    private static final Set<String> MESSAGE_FIELDS =
            Set.of(
                    "content",
                    "nonce",
                    "enforce_nonce",
                    "tts",
                    "embeds",
                    "allowed_mentions",
                    "message_reference",
                    "components",
                    "sticker_ids",
                    "attachments",
                    "flags",
                    "poll");

    private final World world;
    private final IntSupplier sessions;

    /** Of which messages the bot has made threads, with the session of the gateway then. */
    private final Map<String, Integer> threads = new HashMap<>();

    Manners(World world, IntSupplier sessions) {
        this.world = world;
        this.sessions = sessions;
    }

    void check(Call call, HttpRequest request) {
        String agent = request.header("user-agent").orElse("");
        if (!agent.startsWith("DiscordBot (")) {
            world.violate(call.where(), "user_agent", "calls itself " + agent);
        }
        if (Faults.isOf(call, "POST", MESSAGES)) {
            nonce(call);
            mentions(call, call.body());
        }
        if (Faults.isOf(call, "PATCH", MESSAGES + "/{m}") && call.body().has("content")) {
            mentions(call, call.body());
        }
        if (Faults.isOf(call, "POST", THREADS) && remembers(call.path())) {
            world.violate(call.where(), "thread_again", "was told of its thread before");
        }
    }

    /** A new session may be a new process, which knows nothing of the one before it. */
    private boolean remembers(String path) {
        return threads.getOrDefault(path, -1) == sessions.getAsInt();
    }

    private void nonce(Call call) {
        boolean enforced = call.body().path("enforce_nonce").asBoolean();
        if (!call.body().hasNonNull("nonce") || !enforced) {
            world.violate(call.where(), "no_nonce", "sent again, it would stand there twice");
        }
    }

    private void mentions(Call call, JsonNode body) {
        if (!body.path("allowed_mentions").isObject()) {
            world.violate(call.where(), "no_allowed_mentions", "whatever it mentions is woken");
        }
        body.fieldNames()
                .forEachRemaining(field -> {
                    if (!MESSAGE_FIELDS.contains(field)) {
                        world.violate(call.where(), "unknown_field", field);
                    }
                });
    }

    /** The bot is another process, which may ask for threads that the one before it made. */
    void restarted() {
        threads.clear();
    }

    /** The bot has read that its call worked. */
    void succeeded(Call call) {
        if (Faults.isOf(call, "POST", THREADS)) {
            threads.put(call.path(), sessions.getAsInt());
        }
    }
}
