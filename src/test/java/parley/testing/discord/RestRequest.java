package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.testing.Multipart;

/**
 * A request of the REST API on its way to its handler.
 *
 * @param variables of the template, by name
 * @param body its JSON; a missing node where there is none
 * @param files the parts of a form that are files
 */
record RestRequest(
        Call call, Map<String, String> variables, JsonNode body, List<Multipart.Part> files) {
    /** A variable that is a snowflake. */
    long id(String name) {
        return snowflake(name, text(name));
    }

    /** A variable of any kind. */
    String text(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A snowflake in the query. */
    Optional<Long> idInQuery(String name) {
        return call.query(name).map(value -> snowflake(name, value));
    }

    /** A number in the query, within bounds. */
    int number(String name, int otherwise, int least, int most) {
        FormErrors errors = new FormErrors();
        int value = call.query(name).map(text -> errors.number(name, text)).orElse(otherwise);
        errors.range(name, value, least, most);
        errors.throwIfAny();
        return value;
    }

    private static long snowflake(String name, String value) {
        if (!value.matches("[0-9]{1,19}")) {
            FormErrors errors = new FormErrors();
            errors.add(name, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not snowflake.");
            errors.throwIfAny();
        }
        return Long.parseUnsignedLong(value);
    }
}
