package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A message that one person sees until they reload: by chat.postEphemeral, a response URL, or the
 * answer to a command.
 */
public record Ephemeral(
        String user,
        String channel,
        Optional<String> threadTs,
        String ts,
        String text,
        List<ShownButton> buttons,
        JsonNode blocks) {}
