package parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a request. */
public sealed interface HttpAnswer {
    /** A whole answer. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Reply(int status, Map<String, String> headers, byte[] body) implements HttpAnswer {}

    /** The connection breaks, by TCP reset. */
    record Reset() implements HttpAnswer {}

    /** Nothing comes, until the client goes. */
    record Hang() implements HttpAnswer {}

    static Reply json(JsonNode body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json; charset=utf-8");
        return new Reply(200, all, Json.bytes(body));
    }

    static Reply text(int status, String type, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", type + "; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
