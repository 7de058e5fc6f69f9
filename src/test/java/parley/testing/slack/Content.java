package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;
import parley.testing.Json;

/**
 * What a message says, from the arguments of a call.
 *
 * @param blocks empty when it has none
 */
record Content(String text, ArrayNode blocks, Optional<JsonNode> metadata) {
    /** docs.slack.dev/reference/methods/chat.postMessage */
    static final int MARKDOWN = 12_000;

    private static final int TRUNCATED = 40_000;

    /** docs.slack.dev/reference/methods/chat.update */
    private static final int UPDATED = 4_000;

    void fill(Post post) {
        post.text = text;
        post.blocks = blocks;
        if (metadata.isPresent()) {
            post.metadata = metadata.filter(given -> !given.isEmpty());
        }
    }

    /** What people read of it. */
    String visible() {
        return blocks.isEmpty() ? text : BlockText.body(blocks);
    }

    /** Of a new message; a text beyond 40,000 characters is cut off. */
    static Content posted(Arguments arguments, Workspace workspace, String method) {
        Content content = of(arguments, workspace);
        if (content.text.length() <= TRUNCATED) {
            return content;
        }
        workspace.violate(method, "message_truncated", content.text.length() + " characters");
        return new Content(content.text.substring(0, TRUNCATED), content.blocks, content.metadata);
    }

    /**
     * What a message says from now on. It keeps its blocks when only a text comes: an empty array
     * takes them away, and so does markdown_text.
     */
    static Content updated(Arguments arguments, Workspace workspace, Post post) {
        arguments
                .find("text")
                .filter(text -> text.length() > UPDATED)
                .ifPresent(text -> {
                    throw ApiError.mistake("msg_too_long", "text of " + text.length());
                });
        Content content = of(arguments, workspace);
        boolean keeps = !arguments.has("blocks") && arguments.find("markdown_text").isEmpty();
        return keeps ? new Content(content.text, post.blocks, content.metadata) : content;
    }

    private static Content of(Arguments arguments, Workspace workspace) {
        Optional<String> markdown = markdown(arguments);
        Optional<JsonNode> blocks = arguments.json("blocks", "invalid_blocks_format");
        boolean named = blocks.filter(node -> !node.isEmpty()).isPresent();
        Optional<String> text = arguments.find("text");
        if (markdown.isPresent() && (text.isPresent() || named)) {
            throw ApiError.mistake("markdown_text_conflict", "beside text or blocks");
        }
        if (markdown.isEmpty() && text.isEmpty() && !named) {
            throw ApiError.mistake("no_text", "neither text nor blocks nor markdown_text");
        }
        return new Content(
                markdown.or(() -> text).orElse(""),
                blocks.map(node -> BlockCheck.message(node, workspace.ids)).orElseGet(Json::array),
                metadata(arguments));
    }

    static Optional<String> markdown(Arguments arguments) {
        Optional<String> markdown = arguments.find("markdown_text");
        markdown.filter(text -> text.length() > MARKDOWN)
                .ifPresent(text -> {
                    throw ApiError.mistake("msg_too_long", "markdown_text of " + text.length());
                });
        return markdown;
    }

    /** An empty object takes away what an updated message has. */
    static Optional<JsonNode> metadata(Arguments arguments) {
        Optional<JsonNode> metadata = arguments.json("metadata", "invalid_metadata_format");
        metadata.filter(node -> !node.isEmpty())
                .filter(node ->
                        !node.path("event_type").isTextual()
                                || !node.path("event_payload").isObject())
                .ifPresent(node -> {
                    throw ApiError.mistake(
                            "invalid_metadata_format", "event_type and event_payload are needed");
                });
        return metadata;
    }
}
