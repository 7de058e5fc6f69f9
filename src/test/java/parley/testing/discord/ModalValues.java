package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import parley.testing.Json;

/** What somebody writes into a modal, checked as Discord's client does. Pure. */
final class ModalValues {
    private static final int MOST_CHARACTERS = 4_000;

    private final Map<String, String> values;
    private final Set<String> unused;

    private ModalValues(Map<String, String> values) {
        this.values = values;
        this.unused = new LinkedHashSet<>(values.keySet());
    }

    /** The data of the submission; values by custom id. */
    static ObjectNode of(JsonNode modal, Map<String, String> values) {
        ModalValues all = new ModalValues(values);
        ObjectNode data =
                Json.object("custom_id", modal.path("custom_id"), "components", Json.array());
        modal.path("components")
                .forEach(one -> data.withArrayProperty("components").add(all.top(one)));
        if (!all.unused.isEmpty()) {
            throw new AssertionError("no such inputs in the modal: " + all.unused);
        }
        return data;
    }

    private ObjectNode top(JsonNode component) {
        ObjectNode shown = Json.object("type", component.path("type"), "id", component.path("id"));
        if (component.has("component")) {
            shown.set("component", input(component.path("component")));
        } else if (component.has("components")) {
            shown.set("components", Json.array(input(component.path("components").path(0))));
        }
        return shown;
    }

    private ObjectNode input(JsonNode input) {
        String name = input.path("custom_id").asText();
        unused.remove(name);
        String value = values.getOrDefault(name, input.path("value").asText());
        int least = input.path("required").asBoolean(true) ? 1 : 0;
        int most = input.path("max_length").asInt(MOST_CHARACTERS);
        boolean tooShort = value.length() < Math.max(least, input.path("min_length").asInt(0));
        if (input.path("type").asInt() != ModalCheck.TEXT_INPUT) {
            throw new AssertionError("the fake does not fill in " + input);
        }
        if (tooShort && !(least == 0 && value.isEmpty()) || value.length() > most) {
            throw new AssertionError("cannot be filled in: " + input + " with " + value);
        }
        return Json.object(
                "type",
                input.path("type"),
                "id",
                input.path("id"),
                "custom_id",
                name,
                "value",
                value);
    }
}
