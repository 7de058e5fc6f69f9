package parley.slack;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Slack's editor makes, as the mrkdwn that Slack itself writes into a message's text. Pure.
 */
final class RichText {
    private RichText() {}

    static String mrkdwn(RichTextBlock block) {
        return BlockText.each(block.getElements())
                .map(RichText::part)
                .collect(Collectors.joining("\n"));
    }

    private static String part(BlockElement element) {
        return switch (element) {
            case RichTextSectionElement section -> line(section.getElements());
            case RichTextPreformattedElement code -> "```" + line(code.getElements()) + "```";
            case RichTextQuoteElement quote ->
                    line(quote.getElements())
                            .lines()
                            .map(line -> "&gt; " + line)
                            .collect(Collectors.joining("\n"));
            case RichTextListElement list -> list(list);
            default -> "";
        };
    }

    private static String list(RichTextListElement list) {
        String indent = "    ".repeat(Math.clamp(orZero(list.getIndent()), 0, 9));
        List<String> items =
                BlockText.each(list.getElements())
                        .map(item ->
                                item instanceof RichTextSectionElement section
                                        ? line(section.getElements())
                                        : "")
                        .toList();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String sign =
                    "ordered".equals(list.getStyle())
                            ? orZero(list.getOffset()) + i + 1 + ". "
                            : "• ";
            lines.append(i == 0 ? "" : "\n").append(indent).append(sign).append(items.get(i));
        }
        return lines.toString();
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static String line(@Nullable List<RichTextElement> elements) {
        return BlockText.each(elements).map(RichText::element).collect(Collectors.joining());
    }

    private static String element(RichTextElement element) {
        return switch (element) {
            case RichTextSectionElement.Text text -> styled(escaped(text.getText()), text);
            case RichTextSectionElement.Link link -> link(link);
            case RichTextSectionElement.User user -> "<@" + user.getUserId() + ">";
            case RichTextSectionElement.Channel channel -> "<#" + channel.getChannelId() + ">";
            case RichTextSectionElement.UserGroup group ->
                    "<!subteam^" + group.getUsergroupId() + ">";
            case RichTextSectionElement.Broadcast everyone -> "<!" + everyone.getRange() + ">";
            case RichTextSectionElement.Emoji emoji -> ":" + escaped(emoji.getName()) + ":";
            case RichTextSectionElement.Date date -> escaped(date.getFallback());
            case RichTextSectionElement.Color color -> escaped(color.getValue());
            default -> "";
        };
    }

    private static String link(RichTextSectionElement.Link link) {
        String url = escaped(link.getUrl());
        String label = escaped(link.getText());
        return label.isEmpty() ? "<" + url + ">" : "<" + url + "|" + label + ">";
    }

    private static String styled(String words, RichTextSectionElement.Text text) {
        return Optional.ofNullable(text.getStyle())
                .filter(_ -> !words.isBlank())
                .map(style -> {
                    String mark = style.isStrike() ? "~" : "";
                    mark += style.isItalic() ? "_" : "";
                    mark += style.isBold() ? "*" : "";
                    mark += style.isCode() ? "`" : "";
                    return mark + words + new StringBuilder(mark).reverse();
                })
                .orElse(words);
    }

    private static String escaped(@Nullable String plain) {
        return plain == null ? "" : Mrkdwn.escape(plain);
    }
}
