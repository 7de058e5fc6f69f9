package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A message as people see it.
 *
 * @param content the whole Markdown, small print too
 * @param replyTo the message that it answers
 * @param allowedMentions what the last write let count
 * @param edits how often somebody changed it
 */
public record ShownMessage(
        long id,
        long channel,
        long author,
        int type,
        String content,
        List<ShownButton> buttons,
        JsonNode embeds,
        JsonNode components,
        int flags,
        Optional<Long> replyTo,
        List<FakeFile> files,
        Optional<JsonNode> allowedMentions,
        Optional<String> nonce,
        int edits) {
    private static final String SMALL = "-# ";

    /** Lines of small print. */
    public List<String> notes() {
        return content.lines()
                .filter(line -> line.startsWith(SMALL))
                .map(line -> line.substring(SMALL.length()))
                .toList();
    }

    /** The content without its small print. */
    public String text() {
        return String.join("\n", content.lines().filter(line -> !line.startsWith(SMALL)).toList())
                .strip();
    }

    public boolean suppressesEmbeds() {
        return (flags & Post.SUPPRESS_EMBEDS) != 0;
    }

    public boolean isEphemeral() {
        return (flags & Post.EPHEMERAL) != 0;
    }

    public boolean hasButton(String customId) {
        return buttons.stream().anyMatch(button -> button.customId().equals(customId));
    }
}
