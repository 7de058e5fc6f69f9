package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import parley.testing.Json;

/**
 * Judges the components of a message, and gives each its number as Discord does.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
final class ComponentForm {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int TEXT_DISPLAY = 10;
    private static final int LINK = 5;
    private static final int PREMIUM = 6;
    private static final int MOST_ROWS = 5;
    private static final int MOST_IN_A_ROW = 5;
    private static final int MOST_IN_ALL = 40;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_TEXT = 4_000;

    private final FormErrors errors;
    private final Set<String> ids = new HashSet<>();
    private int numbers;
    private int letters;

    ComponentForm(FormErrors errors) {
        this.errors = errors;
    }

    /** The components as the message will have them. */
    ArrayNode check(JsonNode components, boolean second) {
        ArrayNode all = Json.array();
        components.forEach(one -> all.add(one.deepCopy()));
        if (!second && all.size() > MOST_ROWS) {
            errors.add("components", "BASE_TYPE_BAD_LENGTH", "Must be 5 or fewer in length.");
        }
        for (int i = 0; i < all.size(); i++) {
            String path = "components." + i;
            if (!second && all.get(i).path("type").asInt() != ROW) {
                errors.add(path + ".type", "UNION_TYPE_CHOICES", "Value must be one of {1}.");
            }
            component(all.get(i), path);
        }
        if (numbers > MOST_IN_ALL || letters > LONGEST_TEXT) {
            errors.add("components", "BASE_TYPE_BAD_LENGTH", "Too many components or too long.");
        }
        return all;
    }

    private void component(JsonNode component, String path) {
        if (!(component instanceof ObjectNode object)) {
            errors.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used.");
            return;
        }
        numbers++;
        if (!object.path("id").isInt()) {
            object.put("id", numbers);
        }
        switch (object.path("type").asInt()) {
            case ROW -> row(object, path);
            case BUTTON -> button(object, path);
            case TEXT_DISPLAY -> letters += object.path("content").asText().length();
            default -> {
                if (object.has("custom_id")) {
                    customId(object, path);
                }
            }
        }
        nested(object, path);
    }

    private void nested(ObjectNode object, String path) {
        for (int i = 0; i < object.path("components").size(); i++) {
            component(object.path("components").get(i), path + ".components." + i);
        }
        if (object.has("accessory")) {
            component(object.path("accessory"), path + ".accessory");
        }
    }

    private void row(ObjectNode row, String path) {
        int size = row.path("components").size();
        if (size < 1 || size > MOST_IN_A_ROW) {
            errors.add(
                    path + ".components",
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between 1 and 5 in length.");
        }
    }

    private void button(ObjectNode button, String path) {
        int style = button.path("style").asInt();
        errors.range(path + ".style", style, 1, PREMIUM);
        errors.text(button, "label", path + ".label", 0, LONGEST_LABEL);
        if (style == LINK) {
            errors.required(button, "url", path + ".url");
            return;
        }
        if (!button.hasNonNull("label") && !button.hasNonNull("emoji") && style != PREMIUM) {
            errors.add(
                    path,
                    "BUTTON_COMPONENT_INVALID_EMPTY",
                    "A button must have either a label or an emoji.");
        }
        customId(button, path);
    }

    private void customId(ObjectNode component, String path) {
        errors.required(component, "custom_id", path + ".custom_id");
        errors.text(component, "custom_id", path + ".custom_id", 1, LONGEST_ID);
        if (!ids.add(component.path("custom_id").asText())) {
            errors.add(
                    path + ".custom_id",
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated");
        }
    }
}
