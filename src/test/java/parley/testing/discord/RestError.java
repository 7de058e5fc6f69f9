package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import parley.testing.Json;

/** Discord refuses. */
final class RestError extends RuntimeException {
    private final int status;
    private final int code;
    private final boolean mistake;
    private final Optional<JsonNode> errors;
    private final double seconds;

    private RestError(int status, int code, String words, boolean mistake) {
        this(status, code, words, mistake, Optional.empty(), 0);
    }

    private RestError(
            int status,
            int code,
            String words,
            boolean mistake,
            Optional<JsonNode> errors,
            double seconds) {
        super(words);
        this.status = status;
        this.code = code;
        this.mistake = mistake;
        this.errors = errors;
        this.seconds = seconds;
    }

    /** As may happen to a correct bot. */
    static RestError refusal(int status, int code, String words) {
        return new RestError(status, code, words, false);
    }

    /** As never happens to a correct bot. */
    static RestError mistake(int status, int code, String words) {
        return new RestError(status, code, words, true);
    }

    /** 50035, with a tree that says what is wrong where. */
    static RestError form(JsonNode errors) {
        return new RestError(400, 50_035, "Invalid Form Body", true, Optional.of(errors), 0);
    }

    /** Likewise, where a correct bot could not know. */
    static RestError refusedForm(FormErrors errors) {
        return new RestError(
                400, 50_035, "Invalid Form Body", false, Optional.of(errors.tree()), 0);
    }

    /** HTTP 429 for a reason of its own. */
    static RestError slow(int code, String words, double seconds) {
        return new RestError(429, code, words, false, Optional.empty(), seconds);
    }

    /** Something that is not there, or that the bot may not know of. */
    static RestError unknown(int code, String what) {
        return refusal(404, code, "Unknown " + what);
    }

    static RestError missingAccess() {
        return refusal(403, 50_001, "Missing Access");
    }

    static RestError missingPermissions() {
        return refusal(403, 50_013, "Missing Permissions");
    }

    /** Whether the bot should have known better. */
    boolean mistake() {
        return mistake;
    }

    /** How long to wait, of {@link #slow}. */
    double seconds() {
        return seconds;
    }

    int code() {
        return code;
    }

    int status() {
        return status;
    }

    /** What is wrong, for people. */
    String detail() {
        return getMessage() + errors.map(tree -> " " + tree).orElse("");
    }

    ObjectNode json() {
        ObjectNode json = Json.object("message", getMessage(), "code", code);
        errors.ifPresent(tree -> json.set("errors", tree));
        return json;
    }
}
