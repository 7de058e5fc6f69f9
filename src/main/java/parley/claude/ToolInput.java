package parley.claude;

import com.anthropic.core.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tool call's input as text and as fields, keeping the order of fields and the digits of numbers.
 */
final class ToolInput {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    private ToolInput() {}

    /** The object's fields; none when the text is empty or not a JSON object. */
    static Map<String, JsonNode> fields(String json) {
        try {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            MAPPER.readTree(json)
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields;
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    /** The text itself where it is a JSON object; an input that was cut off counts as empty. */
    static String object(String json) {
        try {
            return MAPPER.readTree(json).isObject() ? json : "{}";
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }

    static String write(JsonValue input) {
        try {
            return MAPPER.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }
}
