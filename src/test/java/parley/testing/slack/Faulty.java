package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with some JSON, in Slack's words, with the place of each fault. */
final class Faulty {
    private final List<String> faults = new ArrayList<>();

    List<String> faults() {
        return faults;
    }

    void add(String what, String pointer) {
        faults.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    /** A string of so many characters, if it is there at all. */
    void length(JsonNode node, String field, int most, String pointer) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            add("must provide a string", pointer + "/" + field);
        } else if (value.asText().length() > most) {
            add("must be less than " + (most + 1) + " characters", pointer + "/" + field);
        }
    }

    void need(JsonNode node, String field, String pointer) {
        if (!node.hasNonNull(field)) {
            add("missing required field: " + field, pointer);
        }
    }

    /** An array of so many items. */
    void count(JsonNode node, String field, int most, String pointer) {
        JsonNode items = node.path(field);
        if (!items.isArray() || items.isEmpty()) {
            add("must have at least 1 item in " + field, pointer + "/" + field);
        } else if (items.size() > most) {
            add("no more than " + most + " items allowed", pointer + "/" + field);
        }
    }

    void only(JsonNode node, Set<String> allowed, String pointer) {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!allowed.contains(name)) {
                        add("invalid additional property: " + name, pointer);
                    }
                });
    }

    /** Each value once. */
    void unique(List<String> values, String what, String pointer) {
        Set<String> seen = new HashSet<>();
        values.stream()
                .filter(value -> !value.isEmpty() && !seen.add(value))
                .forEach(value -> add(what + " \"" + value + "\" already exists", pointer));
    }

    void throwIfAny(String error) {
        if (!faults.isEmpty()) {
            throw ApiError.mistake(error, faults);
        }
    }
}
