package parley.slack;

import com.slack.api.model.Message;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.adapter.Excerpt;
import parley.chat.Outgoing;

/**
 * How a message looks in Slack: the model's text as one Markdown block, what Parley says under it,
 * the buttons. Stateless.
 */
final class SlackBlocks {
    /** The event type of the metadata under which an answer's message is found again. */
    static final String METADATA = "parley_answer";

    static final String NONCE = "nonce";

    /** The ids of the blocks in which these stand. */
    static final String NOTE = "parley.note";

    static final String FOOTER = "parley.footer";

    /**
     * With a text of {@link SlackLimits#MESSAGE_LENGTH} these stay within the 12,000 characters
     * that https://docs.slack.dev/reference/block-kit/blocks/markdown-block allows a message.
     */
    private static final int LONGEST_NOTE = 1_000;

    private static final int LONGEST_FOOTER = 300;

    private SlackBlocks() {}

    /** All of the message. */
    static List<LayoutBlock> whole(Outgoing message) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!message.text().isBlank()) {
            blocks.add(MarkdownBlock.builder().text(Inert.of(message.text())).build());
        }
        blocks.addAll(under(message));
        return blocks;
    }

    /** What stands under the text. */
    static List<LayoutBlock> under(Outgoing message) {
        List<LayoutBlock> blocks = new ArrayList<>();
        message.note().ifPresent(note -> blocks.add(small(NOTE, Excerpt.of(note, LONGEST_NOTE))));
        message.footer()
                .ifPresent(line -> blocks.add(small(FOOTER, Excerpt.of(line, LONGEST_FOOTER))));
        blocks.addAll(SlackButtons.blocks(message.buttons(), message.turn()));
        return blocks;
    }

    /** As plain text, in which Slack looks for no mentions. */
    private static LayoutBlock small(String id, String text) {
        return ContextBlock.builder()
                .blockId(id)
                .elements(List.of(PlainTextObject.builder().text(text).build()))
                .build();
    }

    static Message.Metadata metadata(Outgoing message) {
        return Message.Metadata.builder()
                .eventType(METADATA)
                .eventPayload(Map.of(NONCE, message.nonce()))
                .build();
    }
}
