package parley.slack;

import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.adapter.Excerpt;
import parley.chat.Notice;
import parley.chat.ThreadId;

/** How a notice looks in Slack, and how it is known again. Pure. */
final class NoticeBlocks {
    /** The event type of the metadata under which a notice is found again. */
    static final String METADATA = "parley_notice";

    private static final String KEY = "key";

    /** Of a markdown block: docs.slack.dev/reference/block-kit/blocks/markdown-block. */
    private static final int LONGEST = 12_000;

    private static final int LONGEST_FALLBACK = 150;

    private NoticeBlocks() {}

    /** Nothing in them pings anybody. */
    static List<LayoutBlock> of(Notice notice) {
        List<LayoutBlock> blocks = new ArrayList<>();
        String text = Excerpt.of(Inert.of(notice.text()), LONGEST);
        blocks.add(MarkdownBlock.builder().text(text).build());
        ChoiceButtons.row(notice.choices(), notice.thread().map(ThreadId::root))
                .ifPresent(blocks::add);
        return blocks;
    }

    /** For notifications, and where blocks are not shown. */
    static String fallback(Notice notice) {
        String line = notice.text().strip().replaceAll("\\s+", " ");
        return Mrkdwn.escape(Inert.of(Excerpt.of(line, LONGEST_FALLBACK)));
    }

    static Message.Metadata metadata(Notice notice) {
        return Message.Metadata.builder()
                .eventType(METADATA)
                .eventPayload(Map.of(KEY, notice.key()))
                .build();
    }

    /** The key of the notice that the message is; empty when it is none. */
    static Optional<String> key(Message message) {
        return Optional.ofNullable(message.getMetadata())
                .filter(data -> METADATA.equals(data.getEventType()))
                .flatMap(data -> Optional.ofNullable(data.getEventPayload()))
                .map(payload -> String.valueOf(payload.get(KEY)));
    }
}
