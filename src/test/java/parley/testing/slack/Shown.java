package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A message as people see it.
 *
 * @param author a user id
 * @param text the Markdown of the message; of a streamed one all its pieces together; where there
 *     are blocks, that of its markdown, section and header blocks, an empty line between
 * @param context the small print: texts of its context blocks
 * @param streaming whether it still grows
 * @param broken whether Slack ended its stream, so that it looks unfinished
 * @param edits how often chat.update, or a person, changed it
 */
public record Shown(
        String ts,
        String threadTs,
        String author,
        String text,
        List<String> context,
        List<ShownButton> buttons,
        List<String> files,
        boolean streaming,
        boolean broken,
        int edits,
        Optional<JsonNode> metadata,
        JsonNode blocks) {}
