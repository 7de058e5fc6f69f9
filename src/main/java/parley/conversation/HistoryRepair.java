package parley.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.claude.ClaudeMessage;
import parley.claude.ContentBlock;
import parley.claude.Role;

/**
 * Takes out of a history whatever the API may refuse, so that a bad turn does not keep its thread
 * from being answered; pure. What is sound stays as it is, and a mended history is not changed a
 * second time.
 *
 * <p>What the API refuses, in its own words: "Invalid `signature` in `thinking` block", "`tool_use`
 * ids were found without `tool_result` blocks immediately after", "unexpected `tool_use_id` found
 * in `tool_result` blocks", "text content blocks must be non-empty", "all messages must have
 * non-empty content", "roles must alternate", "first message must use the user role", "too many
 * images and documents", "final assistant content cannot end with trailing whitespace".
 */
final class HistoryRepair {
    /**
     * Images and documents together, of models that take the fewest:
     * https://platform.claude.com/docs/en/build-with-claude/vision.
     */
    private static final int MOST_FILES = 100;

    private HistoryRepair() {}

    static List<ClaudeMessage> mend(List<ClaudeMessage> messages) {
        List<ClaudeMessage> mended = merged(cleaned(messages));
        for (List<ClaudeMessage> before = List.of(); !before.equals(mended); ) {
            before = mended;
            mended = merged(paired(mended));
        }
        return withoutTrailingSpace(begun(withoutOldestFiles(mended)));
    }

    private static List<ClaudeMessage> cleaned(List<ClaudeMessage> messages) {
        return messages.stream()
                .map(message -> with(message, cleaned(message.role(), message.content())))
                .toList();
    }

    private static List<ContentBlock> cleaned(Role role, List<ContentBlock> content) {
        return content.stream().flatMap(block -> cleaned(role, block)).toList();
    }

    private static Stream<ContentBlock> cleaned(Role role, ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text text -> text.text().isBlank() ? Stream.of() : Stream.of(block);
            case ContentBlock.Thinking _, ContentBlock.RedactedThinking _ -> Stream.of();
            case ContentBlock.Image _, ContentBlock.Document _ ->
                    Stream.of(role == Role.USER ? block : FileRoom.LEFT_OUT);
            case ContentBlock.ToolUse _ -> role == Role.ASSISTANT ? Stream.of(block) : Stream.of();
            case ContentBlock.ToolResult result ->
                    role == Role.USER ? Stream.of(cleaned(result)) : Stream.of();
        };
    }

    /** A tool's result holds texts and files, and may be empty. */
    private static ContentBlock cleaned(ContentBlock.ToolResult result) {
        List<ContentBlock> content =
                result.content().stream()
                        .filter(block -> !(block instanceof ContentBlock.ToolUse))
                        .filter(block -> !(block instanceof ContentBlock.ToolResult))
                        .flatMap(block -> cleaned(Role.USER, block))
                        .toList();
        return new ContentBlock.ToolResult(result.toolUseId(), content, result.error());
    }

    private static ClaudeMessage with(ClaudeMessage message, List<ContentBlock> content) {
        return new ClaudeMessage(message.role(), content);
    }

    /** Without empty messages, and those of one role after each other as one. */
    private static List<ClaudeMessage> merged(List<ClaudeMessage> messages) {
        List<ClaudeMessage> merged = new ArrayList<>();
        for (ClaudeMessage message : messages) {
            if (message.content().isEmpty()) {
                continue;
            }
            if (!merged.isEmpty() && merged.getLast().role() == message.role()) {
                List<ContentBlock> both = new ArrayList<>(merged.removeLast().content());
                both.addAll(message.content());
                merged.add(with(message, both));
            } else {
                merged.add(message);
            }
        }
        return merged;
    }

    /** Every use of a tool has its result in the next message, first there, and the reverse. */
    private static List<ClaudeMessage> paired(List<ClaudeMessage> messages) {
        List<ClaudeMessage> paired = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> wanted = Set.of();
        for (int i = 0; i < messages.size(); i++) {
            ClaudeMessage message = messages.get(i);
            if (message.role() == Role.ASSISTANT) {
                wanted = pairs(message, i + 1 < messages.size() ? messages.get(i + 1) : message);
                wanted.removeAll(seen);
                seen.addAll(wanted);
                paired.add(with(message, uses(message.content(), wanted)));
            } else {
                paired.add(with(message, results(message.content(), wanted)));
                wanted = Set.of();
            }
        }
        return paired;
    }

    private static Set<String> pairs(ClaudeMessage asking, ClaudeMessage answering) {
        Set<String> ids = new HashSet<>();
        asking.content()
                .forEach(block -> {
                    if (block instanceof ContentBlock.ToolUse use
                            && isAnswered(use.id(), answering)) {
                        ids.add(use.id());
                    }
                });
        return ids;
    }

    private static boolean isAnswered(String id, ClaudeMessage answering) {
        return answering.content().stream()
                .anyMatch(block ->
                        block instanceof ContentBlock.ToolResult result
                                && result.toolUseId().equals(id));
    }

    private static List<ContentBlock> uses(List<ContentBlock> content, Set<String> wanted) {
        Set<String> left = new HashSet<>(wanted);
        return content.stream()
                .filter(block ->
                        !(block instanceof ContentBlock.ToolUse use) || left.remove(use.id()))
                .toList();
    }

    private static List<ContentBlock> results(List<ContentBlock> content, Set<String> wanted) {
        Set<String> left = new HashSet<>(wanted);
        List<ContentBlock> results = new ArrayList<>();
        List<ContentBlock> others = new ArrayList<>();
        for (ContentBlock block : content) {
            if (!(block instanceof ContentBlock.ToolResult result)) {
                others.add(block);
            } else if (left.remove(result.toolUseId())) {
                results.add(block);
            }
        }
        results.addAll(others);
        return results;
    }

    /** The newest stay. */
    private static List<ClaudeMessage> withoutOldestFiles(List<ClaudeMessage> messages) {
        long tooMany = messages.stream().mapToLong(HistoryRepair::files).sum() - MOST_FILES;
        List<ClaudeMessage> kept = new ArrayList<>();
        for (ClaudeMessage message : messages) {
            List<ContentBlock> content = new ArrayList<>();
            for (ContentBlock block : message.content()) {
                boolean leave = tooMany > 0 && files(block) > 0;
                content.add(leave ? withoutFiles(block) : block);
                tooMany -= leave ? files(block) : 0;
            }
            kept.add(with(message, content));
        }
        return kept;
    }

    private static long files(ClaudeMessage message) {
        return message.content().stream().mapToLong(HistoryRepair::files).sum();
    }

    private static long files(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Image _, ContentBlock.Document _ -> 1;
            case ContentBlock.ToolResult result ->
                    result.content().stream().mapToLong(HistoryRepair::files).sum();
            case ContentBlock.Text _,
                    ContentBlock.Thinking _,
                    ContentBlock.RedactedThinking _,
                    ContentBlock.ToolUse _ ->
                    0;
        };
    }

    private static ContentBlock withoutFiles(ContentBlock block) {
        return block instanceof ContentBlock.ToolResult result
                ? new ContentBlock.ToolResult(
                        result.toolUseId(),
                        result.content().stream()
                                .map(part -> files(part) > 0 ? FileRoom.LEFT_OUT : part)
                                .toList(),
                        result.error())
                : FileRoom.LEFT_OUT;
    }

    private static List<ClaudeMessage> begun(List<ClaudeMessage> messages) {
        if (messages.isEmpty() || messages.getFirst().role() == Role.USER) {
            return messages;
        }
        List<ClaudeMessage> begun = new ArrayList<>(messages);
        begun.addFirst(
                new ClaudeMessage(
                        Role.USER, List.of(new ContentBlock.Text(RequestBuilder.QUESTION_GONE))));
        return begun;
    }

    /** What the model is to go on from does not end with white space. */
    static List<ClaudeMessage> withoutTrailingSpace(List<ClaudeMessage> messages) {
        if (messages.isEmpty()
                || messages.getLast().role() != Role.ASSISTANT
                || !(messages.getLast().content().getLast() instanceof ContentBlock.Text text)) {
            return messages;
        }
        List<ContentBlock> content = new ArrayList<>(messages.getLast().content());
        content.set(content.size() - 1, new ContentBlock.Text(text.text().stripTrailing()));
        List<ClaudeMessage> stripped = new ArrayList<>(messages);
        stripped.set(stripped.size() - 1, with(messages.getLast(), content));
        return stripped;
    }
}
