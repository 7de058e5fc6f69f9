package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules of a modal that a bot opens. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
final class ModalCheck {
    static final int TEXT_INPUT = 4;
    static final int LABEL = 18;
    private static final int ROW = 1;
    private static final int TEXT_DISPLAY = 10;
    private static final int MOST_CHARACTERS = 4_000;

    /** Selects of all kinds, file uploads, and what is ticked. */
    private static final Set<Integer> OTHER_INPUTS = Set.of(3, 5, 6, 7, 8, 19, 21, 22, 23);

    private final FormErrors errors;
    private final Set<String> customIds = new HashSet<>();
    private int ids;

    private ModalCheck(FormErrors errors) {
        this.errors = errors;
    }

    /** The modal as it is shown, each of its components with an id; refuses a wrong one. */
    static ObjectNode check(JsonNode data, FormErrors errors) {
        ObjectNode modal = data.isObject() ? data.deepCopy() : parley.testing.Json.object();
        new ModalCheck(errors).modal(modal);
        errors.throwIfAny();
        return modal;
    }

    private void modal(ObjectNode modal) {
        text(modal, "custom_id", "data.custom_id", 1, 100);
        text(modal, "title", "data.title", 1, 45);
        JsonNode components = modal.path("components");
        if (components.isEmpty() || components.size() > 5) {
            errors.add(
                    "data.components",
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between 1 and 5 in length.");
        }
        for (int i = 0; i < components.size(); i++) {
            top(components.get(i), "data.components." + i);
        }
    }

    private void text(JsonNode object, String field, String path, int least, int most) {
        errors.required(object, field, path);
        errors.text(object, field, path, least, most);
    }

    private void top(JsonNode component, String path) {
        identify(component);
        switch (component.path("type").asInt()) {
            case LABEL -> {
                text(component, "label", path + ".label", 1, 45);
                errors.text(component, "description", path + ".description", 0, 100);
                input(component.path("component"), path + ".component");
            }
            case ROW -> {
                text(component.path("components").path(0), "label", path + ".label", 1, 45);
                input(component.path("components").path(0), path + ".components.0");
            }
            case TEXT_DISPLAY -> text(component, "content", path + ".content", 1, MOST_CHARACTERS);
            default -> unfit(path);
        }
    }

    private void input(JsonNode component, String path) {
        identify(component);
        text(component, "custom_id", path + ".custom_id", 1, 100);
        if (!customIds.add(component.path("custom_id").asText())) {
            errors.add(
                    path + ".custom_id",
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated");
        }
        int type = component.path("type").asInt();
        if (type == TEXT_INPUT) {
            writing(component, path);
        } else if (!OTHER_INPUTS.contains(type)) {
            unfit(path);
        }
    }

    private void writing(JsonNode input, String path) {
        errors.required(input, "style", path + ".style");
        errors.text(input, "placeholder", path + ".placeholder", 0, 100);
        errors.text(input, "value", path + ".value", 0, MOST_CHARACTERS);
        errors.range(path + ".min_length", input.path("min_length").asInt(0), 0, MOST_CHARACTERS);
        errors.range(path + ".max_length", input.path("max_length").asInt(1), 1, MOST_CHARACTERS);
    }

    private void unfit(String path) {
        errors.add(path + ".type", "BASE_TYPE_CHOICES", "Value of field \"type\" does not fit.");
    }

    private void identify(JsonNode component) {
        ids++;
        if (component instanceof ObjectNode object && object.path("id").asInt() == 0) {
            object.put("id", ids);
        }
    }
}
