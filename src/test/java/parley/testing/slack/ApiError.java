package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** Slack refuses a call. A mistake is what a correct bot never gets; a refusal it may get. */
final class ApiError extends RuntimeException {
    private final String code;
    private final transient Optional<String> mistake;
    private final transient ObjectNode more;

    private ApiError(String code, Optional<String> mistake, ObjectNode more) {
        super(code + mistake.map(detail -> ": " + detail).orElse(""));
        this.code = code;
        this.mistake = mistake;
        this.more = more;
    }

    static ApiError refusal(String code) {
        return refusal(code, Json.object());
    }

    /** With further fields of the answer. */
    static ApiError refusal(String code, ObjectNode more) {
        return new ApiError(code, Optional.empty(), more);
    }

    static ApiError mistake(String code, String detail) {
        return new ApiError(code, Optional.of(detail), Json.object());
    }

    /** With what Slack puts into {@code response_metadata.messages}. */
    static ApiError mistake(String code, List<String> messages) {
        return new ApiError(
                code,
                Optional.of(String.join("; ", messages)),
                Json.object("response_metadata", Json.object("messages", messages)));
    }

    String code() {
        return code;
    }

    Optional<String> mistake() {
        return mistake;
    }

    ObjectNode json() {
        return Json.object("ok", false, "error", code).setAll(more);
    }
}
