package parley.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** JSON, built and read in few words. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** Names and values in turn; an empty Optional leaves its name out. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(object, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static void put(ObjectNode object, String name, Object value) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(present -> put(object, name, present));
        } else {
            object.set(name, MAPPER.valueToTree(value));
        }
    }

    public static ArrayNode array(Collection<?> items) {
        ArrayNode array = MAPPER.createArrayNode();
        items.forEach(item -> array.add(MAPPER.<JsonNode>valueToTree(item)));
        return array;
    }

    public static ArrayNode array(Object... items) {
        return array(List.of(items));
    }

    /** Empty when it is no JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }
}
