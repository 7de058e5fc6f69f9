package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import parley.testing.Json;

/** The action that comes of pressing an element, made of the element as it was sent. */
final class PressedElement {
    private PressedElement() {}

    /**
     * @param value tells apart elements, buttons or options of the same action id; the first one
     *     when it is empty
     */
    static ObjectNode of(JsonNode blocks, String actionId, Optional<String> value, String ts) {
        for (JsonNode block : blocks) {
            for (JsonNode element : BlockElements.all(Json.array(block))) {
                if (element.path("action_id").asText().equals(actionId)) {
                    Optional<ObjectNode> action = action(element, value);
                    if (action.isPresent()) {
                        return action.get()
                                .put("action_id", actionId)
                                .put("block_id", block.path("block_id").asText())
                                .put("action_ts", ts);
                    }
                }
            }
        }
        throw new IllegalArgumentException(
                "nobody can press "
                        + actionId
                        + value.map(v -> "=" + v).orElse("")
                        + "; there is "
                        + BlockText.buttons(blocks));
    }

    private static Optional<ObjectNode> action(JsonNode element, Optional<String> value) {
        String type = element.path("type").asText();
        ObjectNode action = Json.object("type", type);
        return switch (type) {
            case "button", "icon_button" ->
                    chosen(Json.array(element), value).map(button -> with(action, button));
            case "feedback_buttons" ->
                    chosen(
                                    Json.array(
                                            element.path("positive_button"),
                                            element.path("negative_button")),
                                    value)
                            .map(button -> with(action, button));
            default ->
                    chosen(element.path("options"), value)
                            .map(option -> action.set("selected_option", option));
        };
    }

    private static Optional<JsonNode> chosen(JsonNode all, Optional<String> value) {
        Predicate<JsonNode> wanted =
                one -> value.isEmpty() || one.path("value").asText().equals(value.get());
        return BlockText.stream(all).filter(wanted).findFirst();
    }

    private static ObjectNode with(ObjectNode action, JsonNode button) {
        action.set("text", button.path("text"));
        for (String field : new String[] {"value", "style", "url"}) {
            if (button.hasNonNull(field)) {
                action.put(field, button.path(field).asText());
            }
        }
        return action;
    }
}
