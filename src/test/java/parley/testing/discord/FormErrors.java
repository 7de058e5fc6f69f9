package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/**
 * Gathers what is wrong with the body of a request, as the tree of Discord's error 50035. Paths are
 * dotted, such as {@code components.0.custom_id}.
 */
final class FormErrors {
    private final ObjectNode tree = Json.object();

    void add(String path, String code, String words) {
        ObjectNode at = tree;
        for (String step : path.split("\\.")) {
            at = at.withObjectProperty(step);
        }
        at.withArrayProperty("_errors").add(Json.object("code", code, "message", words));
    }

    /** A string of so many characters, if it is there at all. */
    void text(JsonNode object, String field, String path, int least, int most) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            add(path, "STRING_TYPE_CONVERT", "Could not interpret the value as string.");
            return;
        }
        int length = value.asText().codePointCount(0, value.asText().length());
        if (length > most && least == 0) {
            String words = "Must be " + most + " or fewer in length.";
            add(path, "BASE_TYPE_MAX_LENGTH", words);
        } else if (length > most || length < least) {
            String words = "Must be between " + least + " and " + most + " in length.";
            add(path, "BASE_TYPE_BAD_LENGTH", words);
        }
    }

    void required(JsonNode object, String field, String path) {
        if (!object.hasNonNull(field)) {
            add(path, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    void range(String path, long value, long least, long most) {
        if (value > most) {
            add(path, "NUMBER_TYPE_MAX", "Value should be less than or equal to " + most + ".");
        } else if (value < least) {
            add(path, "NUMBER_TYPE_MIN", "Value should be greater than or equal to " + least + ".");
        }
    }

    int number(String path, String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            add(path, "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not int.");
            return 0;
        }
        return Integer.parseInt(text);
    }

    JsonNode tree() {
        return tree;
    }

    void throwIfAny() {
        if (!tree.isEmpty()) {
            throw RestError.form(tree);
        }
    }
}
