package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The chunks of streams (types in node-slack-sdk, chunk.ts). */
final class ChunkCheck {
    private static final int LONGEST = 256;
    private static final Set<String> STATUSES =
            Set.of("pending", "in_progress", "complete", "error");

    private ChunkCheck() {}

    /** The Markdown in it. */
    static String text(JsonNode chunk) {
        return switch (chunk.path("type").asText()) {
            case "markdown_text" -> {
                need(chunk, "text");
                yield chunk.path("text").asText();
            }
            case "task_update" -> {
                need(chunk, "id");
                need(chunk, "title");
                shortEnough(chunk, "title");
                if (!STATUSES.contains(chunk.path("status").asText())) {
                    throw invalid("status of a task_update");
                }
                yield "";
            }
            case "plan_update" -> {
                need(chunk, "title");
                yield "";
            }
            case "blocks" -> {
                need(chunk, "blocks");
                yield "";
            }
            default -> throw invalid("type " + chunk.path("type").asText());
        };
    }

    private static void need(JsonNode chunk, String field) {
        if (!chunk.hasNonNull(field)) {
            throw invalid(chunk.path("type").asText() + " without " + field);
        }
    }

    private static void shortEnough(JsonNode chunk, String field) {
        if (chunk.path(field).asText().length() > LONGEST) {
            throw invalid(field + " over " + LONGEST);
        }
    }

    private static ApiError invalid(String detail) {
        return ApiError.mistake("invalid_chunks", detail);
    }
}
