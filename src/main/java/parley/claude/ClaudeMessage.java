package parley.claude;

import java.util.List;

/** One message of a request; immutable. */
public record ClaudeMessage(Role role, List<ContentBlock> content) {
    public ClaudeMessage {
        content = List.copyOf(content);
    }
}
