package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
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
    private final Set<String> threads = new HashSet<>();

    Manners(World world) {
        this.world = world;
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
        if (Faults.isOf(call, "POST", THREADS) && threads.contains(call.path())) {
            world.violate(call.where(), "thread_again", "was told of its thread before");
        }
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

    /** The bot has read that its call worked. */
    void succeeded(Call call) {
        if (Faults.isOf(call, "POST", THREADS)) {
            threads.add(call.path());
        }
    }
}
