package parley.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.view.View;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.chat.ChannelId;
import parley.chat.Overview;

/**
 * The app's Home as one person sees it: how to ask, who answers where, and where the person asked
 * last. Pure.
 *
 * @see <a href="https://docs.slack.dev/surfaces/app-home">App Home</a>
 */
final class HomePage {
    /**
     * docs.slack.dev/reference/block-kit/blocks/section-block: 3,000 characters, and some reserve.
     */
    private static final int LONGEST_SECTION = 2_900;

    private static final String HOW_TO =
            """
            Ask me in one of three ways:
            •  *Mention me* in a channel: `@Parley why does this test fail?`
            •  *Write to me* in the Messages tab above
            •  Open the ⋯ menu of a message and choose *Ask Parley about this*

            I answer in the thread and know what was said in it. `/parley help` lists the commands; in a \
            thread, where Slack has none, mention me with the same words.\
            """;
    private static final String NOTHING_YET =
            "You have not asked me anything yet. When you do, the threads stand here.";
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final ThreadLinks links;

    private HomePage(ThreadLinks links) {
        this.links = links;
    }

    /**
     * @param cards who answers in which channels, in the order in which they are shown
     * @param recent the person's threads, newest first
     */
    static View of(
            Map<ChannelId, Overview.Card> cards, List<Overview.Recent> recent, ThreadLinks links) {
        HomePage page = new HomePage(links);
        page.head("Parley");
        page.section(HOW_TO);
        page.cards(cards);
        page.recent(recent);
        return View.builder().type("home").blocks(page.blocks).build();
    }

    private void head(String words) {
        blocks.add(
                HeaderBlock.builder().text(PlainTextObject.builder().text(words).build()).build());
    }

    private void section(String mrkdwn) {
        blocks.add(
                SectionBlock.builder()
                        .text(MarkdownTextObject.builder().text(mrkdwn).build())
                        .build());
    }

    /** As many of the lines as one section holds. */
    private void lines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() < LONGEST_SECTION) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        section(text.toString());
    }

    private void cards(Map<ChannelId, Overview.Card> cards) {
        if (!cards.isEmpty()) {
            blocks.add(DividerBlock.builder().build());
            head("Who answers");
            lines(cards.entrySet().stream().map(HomePage::card).toList());
        }
    }

    private static String card(Map.Entry<ChannelId, Overview.Card> entry) {
        Overview.Card card = entry.getValue();
        String place = entry.getKey().value();
        return (SlackIds.direct(place) ? "Direct messages" : "<#" + place + ">")
                + ":  *"
                + Mrkdwn.escape(card.name())
                + "* – "
                + Mrkdwn.escape(card.description());
    }

    private void recent(List<Overview.Recent> threads) {
        blocks.add(DividerBlock.builder().build());
        head("Your recent threads");
        if (threads.isEmpty()) {
            section(NOTHING_YET);
            return;
        }
        lines(threads.stream().map(this::line).toList());
    }

    private String line(Overview.Recent recent) {
        String channel = recent.thread().channel().value();
        return "•  <"
                + Mrkdwn.escape(links.to(recent.thread()))
                + "|"
                + label(recent.title())
                + ">  "
                + (SlackIds.direct(channel) ? "" : "<#" + channel + ">, ")
                + "<!date^"
                + recent.at().getEpochSecond()
                + "^{date_short_pretty} {time}|"
                + MINUTES.format(recent.at())
                + ">";
    }

    /** A bar would end the label's own beginning. */
    private static String label(String title) {
        return Mrkdwn.escape(title.replace('|', '/'));
    }
}
