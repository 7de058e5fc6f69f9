package parley.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a message that has blocks only, as mrkdwn. What is not words is left out. Pure. */
final class BlockText {
    private BlockText() {}

    static String mrkdwn(@Nullable List<LayoutBlock> blocks) {
        return each(blocks)
                .map(BlockText::words)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String words(LayoutBlock block) {
        return switch (block) {
            case RichTextBlock rich -> RichText.mrkdwn(rich);
            case SectionBlock section -> section(section);
            case HeaderBlock header -> words(header.getText());
            case MarkdownBlock markdown -> escaped(markdown.getText());
            case ContextBlock context ->
                    each(context.getElements())
                            .filter(TextObject.class::isInstance)
                            .map(element -> words((TextObject) element))
                            .collect(Collectors.joining(" "));
            default -> "";
        };
    }

    private static String section(SectionBlock section) {
        return Stream.concat(Stream.of(words(section.getText())), fields(section))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> fields(SectionBlock section) {
        return each(section.getFields()).map(BlockText::words);
    }

    private static String words(@Nullable TextObject text) {
        if (text == null) {
            return "";
        }
        boolean mrkdwn = text instanceof MarkdownTextObject && text.getText() != null;
        return mrkdwn ? text.getText() : escaped(text.getText());
    }

    private static String escaped(@Nullable String plain) {
        return plain == null ? "" : Mrkdwn.escape(plain);
    }

    /** Slack leaves lists out, and holes in them. */
    static <T> Stream<T> each(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(item -> item != null);
    }
}
