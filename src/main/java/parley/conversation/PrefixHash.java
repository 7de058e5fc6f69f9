package parley.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import parley.claude.ContentBlock;
import parley.claude.Role;

/**
 * A running hash of what the model is going to read: two requests with equal hashes at some point
 * are equal up to there. Thinking is bound to exactly that, so it may be sent again only then.
 */
final class PrefixHash {
    private final MessageDigest digest;

    PrefixHash(String model, String system) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        add(model);
        add(system);
    }

    void add(Role role, ContentBlock block) {
        add(role.wire());
        switch (block) {
            case ContentBlock.Text text -> add("text", text.text());
            case ContentBlock.Image image -> add("image", image.mediaType(), image.data());
            case ContentBlock.Document document ->
                    add("document", document.mediaType(), document.title(), document.data());
            case ContentBlock.Thinking thinking ->
                    add("thinking", thinking.thinking(), thinking.signature());
            case ContentBlock.RedactedThinking redacted -> add("redacted", redacted.data());
            case ContentBlock.ToolUse use -> add("tool_use", use.id(), use.name(), use.input());
            case ContentBlock.ToolResult result -> {
                add("tool_result", result.toolUseId(), String.valueOf(result.error()));
                result.content().forEach(part -> add(role, part));
            }
        }
    }

    /** The length goes first, so that no two lists of texts run together into the same bytes. */
    private void add(String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    /** The hash of all that was added so far; more may be added afterwards. */
    String soFar() {
        try {
            byte[] hash = ((MessageDigest) digest.clone()).digest();
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be cloned", e);
        }
    }
}
