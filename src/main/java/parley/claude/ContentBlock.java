package parley.claude;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A piece of a message, kept as the API gave it so that it can be sent again exactly. The names in
 * the JSON form are the API's own; data is base64.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ContentBlock.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ContentBlock.Image.class, name = "image"),
    @JsonSubTypes.Type(value = ContentBlock.Document.class, name = "document"),
    @JsonSubTypes.Type(value = ContentBlock.Thinking.class, name = "thinking"),
    @JsonSubTypes.Type(value = ContentBlock.RedactedThinking.class, name = "redacted_thinking"),
    @JsonSubTypes.Type(value = ContentBlock.ToolUse.class, name = "tool_use"),
    @JsonSubTypes.Type(value = ContentBlock.ToolResult.class, name = "tool_result")
})
public sealed interface ContentBlock {
    record Text(String text) implements ContentBlock {}

    record Image(String mediaType, String data) implements ContentBlock {}

    record Document(String mediaType, String data, String title) implements ContentBlock {}

    /** Valid only after the very messages that it was written after, and for the same model. */
    record Thinking(String thinking, String signature) implements ContentBlock {}

    record RedactedThinking(String data) implements ContentBlock {}

    /**
     * @param input a JSON object
     */
    record ToolUse(String id, String name, String input) implements ContentBlock {}

    record ToolResult(String toolUseId, List<ContentBlock> content, boolean error)
            implements ContentBlock {
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    /** Whether the block is the model's private reasoning, bound to its prefix. */
    default boolean isThinking() {
        return this instanceof Thinking || this instanceof RedactedThinking;
    }
}
