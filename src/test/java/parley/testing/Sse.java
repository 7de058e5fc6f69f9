package parley.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Server-sent events in the form of the Messages API. */
final class Sse {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Sse() {}

    static byte[] event(String name, String json) {
        return ("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An event whose data has its name as type and these fields. */
    static byte[] event(String name, Map<String, ?> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", name);
        data.putAll(fields);
        return event(name, json(data));
    }

    static byte[] blockStart(int index, Map<String, ?> block) {
        return event("content_block_start", fields("index", index, "content_block", block));
    }

    static byte[] blockDelta(int index, Map<String, ?> delta) {
        return event("content_block_delta", fields("index", index, "delta", delta));
    }

    static byte[] blockStop(int index) {
        return event("content_block_stop", fields("index", index));
    }

    /** Names and values in turn, in this order; null values stay. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
