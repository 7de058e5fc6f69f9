package parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes the page's JSON. */
final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    /**
     * Reads a request.
     *
     * @throws Refusal when it is no such JSON
     */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw Refusal.invalid("The request is empty.");
            }
            return value;
        } catch (IOException e) {
            throw Refusal.invalid("The request is not the JSON that was expected.");
        }
    }

    /** What a request left out counts as empty. */
    static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
