package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import parley.testing.Json;

/**
 * What a bot without the message content intent sees of a message: everything of its own, of direct
 * messages, and of those that mention it; else no content. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#message-content-intent">Message
 *     content intent</a>
 */
final class ContentRule {
    private static final List<String> LISTS =
            List.of("embeds", "attachments", "components", "message_snapshots");

    private ContentRule() {}

    static JsonNode withoutIntent(String type, JsonNode message, String bot) {
        boolean isMessage = type.equals("MESSAGE_CREATE") || type.equals("MESSAGE_UPDATE");
        return !isMessage || shown(message, bot) ? message : hollow(message, bot);
    }

    /** Likewise of the REST API, which does not name the guild. */
    static JsonNode withoutIntent(JsonNode message, boolean direct, String bot) {
        return direct || toBot(message, bot) ? message : hollow(message, bot);
    }

    private static boolean shown(JsonNode message, String bot) {
        return !message.hasNonNull("guild_id") || toBot(message, bot);
    }

    private static boolean toBot(JsonNode message, String bot) {
        return message.at("/author/id").asText().equals(bot)
                || StreamSupport.stream(message.path("mentions").spliterator(), false)
                        .anyMatch(user -> user.path("id").asText().equals(bot));
    }

    private static ObjectNode hollow(JsonNode message, String bot) {
        ObjectNode hollow = message.deepCopy();
        if (hollow.has("content")) {
            hollow.put("content", "");
        }
        LISTS.stream().filter(hollow::has).forEach(name -> hollow.set(name, Json.array()));
        hollow.remove("poll");
        JsonNode answered = hollow.path("referenced_message");
        if (answered.isObject() && !toBot(answered, bot)) {
            hollow.set("referenced_message", hollow(answered, bot));
        }
        return hollow;
    }
}
