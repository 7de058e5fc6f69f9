package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/** What somebody filled into a modal, as {@code state.values}. */
final class ViewValues {
    private ViewValues() {}

    /**
     * @param values by action id: the text typed, or the value of the option chosen; inputs that
     *     are not named stay as the app filled them
     */
    static ObjectNode of(JsonNode blocks, Map<String, String> values) {
        ObjectNode state = Json.object();
        Set<String> left = new HashSet<>(values.keySet());
        for (JsonNode block : blocks) {
            JsonNode element = block.path("element");
            if (block.path("type").asText().equals("input")) {
                String id = element.path("action_id").asText();
                left.remove(id);
                String value = value(element, values.get(id));
                if (value == null && !block.path("optional").asBoolean()) {
                    throw new IllegalArgumentException("Slack asks for " + id + " first");
                }
                state.set(
                        block.path("block_id").asText(),
                        Json.object(id, filled(element, java.util.Optional.ofNullable(value))));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no such inputs: " + left);
        }
        return state;
    }

    /** An input that somebody emptied has no value. */
    private static @Nullable String value(JsonNode element, @Nullable String typed) {
        String value = typed == null ? element.path("initial_value").asText() : typed;
        if (value.length() > element.path("max_length").asInt(Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("Slack lets nobody type that much: " + value);
        }
        return value.isEmpty() ? null : value;
    }

    private static ObjectNode filled(JsonNode element, java.util.Optional<String> value) {
        String type = element.path("type").asText();
        ObjectNode filled = Json.object("type", type);
        if (element.has("options")) {
            BlockText.stream(element.path("options"))
                    .filter(option ->
                            value.filter(option.path("value").asText()::equals).isPresent())
                    .findFirst()
                    .ifPresentOrElse(
                            option -> filled.set("selected_option", option),
                            () -> filled.putNull("selected_option"));
            return filled;
        }
        String field =
                switch (type) {
                    case "users_select" -> "selected_user";
                    case "channels_select" -> "selected_channel";
                    case "conversations_select" -> "selected_conversation";
                    default -> "value";
                };
        value.ifPresentOrElse(text -> filled.put(field, text), () -> filled.putNull(field));
        return filled;
    }
}
