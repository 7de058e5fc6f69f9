package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a message looks like that Discord tells of. Pure. */
final class Shown {
    private Shown() {}

    static String content(JsonNode message) {
        return message.path("content").asText();
    }

    /** The message that it refers to; 0 for none. */
    static long repliesTo(JsonNode message) {
        return message.at("/message_reference/message_id").asLong();
    }

    /** The ids of its buttons, in their order. */
    static List<String> customIds(JsonNode message) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : message.path("components")) {
            for (JsonNode button : row.path("components")) {
                ids.add(button.path("custom_id").asText());
            }
        }
        return ids;
    }

    /** Whether it looks so; Discord takes white space away from both ends of a text. */
    static boolean looks(JsonNode message, DiscordMessages.Look look) {
        return content(message).strip().equals(look.content().strip())
                && customIds(message).equals(look.customIds());
    }
}
