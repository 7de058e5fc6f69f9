package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a handler answers. */
record RestAnswer(int status, Optional<JsonNode> body) {
    static RestAnswer ok(JsonNode body) {
        return new RestAnswer(200, Optional.of(body));
    }

    static RestAnswer created(JsonNode body) {
        return new RestAnswer(201, Optional.of(body));
    }

    /** 204. */
    static RestAnswer none() {
        return new RestAnswer(204, Optional.empty());
    }
}
