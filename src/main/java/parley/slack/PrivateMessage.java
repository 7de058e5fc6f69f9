package parley.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Choice;
import parley.responder.MessageSplitter;
import parley.responder.Part;

/**
 * A message of Parley's own to one person; immutable.
 *
 * @param fallback for notifications and where blocks are not shown, as mrkdwn
 */
record PrivateMessage(String fallback, List<LayoutBlock> blocks) {
    /**
     * Of all markdown blocks of a message:
     * docs.slack.dev/reference/block-kit/blocks/markdown-block.
     */
    private static final int LONGEST = 12_000;

    private static final int LONGEST_FALLBACK = 300;

    PrivateMessage {
        blocks = List.copyOf(blocks);
    }

    static PrivateMessage of(String markdown) {
        return with(markdown, List.of(), Optional.empty());
    }

    /**
     * As many as the Markdown takes, the choices under the last one.
     *
     * @param root of the thread that the choices are about; empty for a channel as a whole
     */
    static List<PrivateMessage> all(String markdown, List<Choice> choices, Optional<String> root) {
        List<String> parts =
                new MessageSplitter(LONGEST).split(markdown).stream().map(Part::shown).toList();
        List<PrivateMessage> messages = new ArrayList<>();
        for (String part : parts) {
            boolean last = messages.size() == parts.size() - 1;
            messages.add(with(part, last ? choices : List.of(), root));
        }
        return messages;
    }

    private static PrivateMessage with(String part, List<Choice> choices, Optional<String> root) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(MarkdownBlock.builder().text(part).build());
        ChoiceButtons.row(choices, root).ifPresent(blocks::add);
        return new PrivateMessage(
                Mrkdwn.escape(part.substring(0, Math.min(part.length(), LONGEST_FALLBACK))),
                blocks);
    }
}
