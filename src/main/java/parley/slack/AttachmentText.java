package parley.slack;

import com.slack.api.model.Attachment;
import com.slack.api.model.Field;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.adapter.OneLine;

/**
 * What hangs under a message, as mrkdwn: messages that somebody forwarded, and the boxes in which
 * alerting programs put their words.
 *
 * @see <a
 *     href="https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments">Attachments</a>
 */
final class AttachmentText {
    private AttachmentText() {}

    /**
     * Whether it is a message of Slack's that was forwarded or quoted, not a web page's preview.
     */
    static boolean forwarded(Attachment attachment) {
        return Boolean.TRUE.equals(attachment.isMsgUnfurl());
    }

    /** A forwarded message, quoted under the name of who wrote it. */
    static String quote(Attachment attachment) {
        String author = Mrkdwn.escape(OneLine.of(present(attachment.getAuthorName()).orElse("")));
        String head = author.isEmpty() ? "Forwarded message:" : "Forwarded from " + author + ":";
        return Stream.concat(Stream.of(head), body(attachment).lines())
                .map(line -> "&gt; " + line)
                .collect(Collectors.joining("\n"));
    }

    /** Everything that it says; the fallback where it has no words of its own. */
    static String whole(Attachment attachment) {
        String said =
                Stream.of(
                                present(attachment.getPretext()),
                                present(attachment.getTitle()),
                                present(body(attachment)),
                                present(fields(attachment)))
                        .flatMap(Optional::stream)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return said.isEmpty() ? present(attachment.getFallback()).orElse("") : said;
    }

    private static String body(Attachment attachment) {
        return present(attachment.getText())
                .or(() -> present(BlockText.mrkdwn(attachment.getBlocks())))
                .or(() -> present(messages(attachment)))
                .orElse("");
    }

    private static String messages(Attachment attachment) {
        return BlockText.each(attachment.getMessageBlocks())
                .flatMap(block -> Stream.ofNullable(block.getMessage()))
                .map(message -> BlockText.mrkdwn(message.getBlocks()))
                .collect(Collectors.joining("\n"));
    }

    private static String fields(Attachment attachment) {
        return BlockText.each(attachment.getFields())
                .map(AttachmentText::field)
                .collect(Collectors.joining("\n"));
    }

    private static String field(Field field) {
        return Stream.of(present(field.getTitle()), present(field.getValue()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(": "));
    }

    private static Optional<String> present(@Nullable String words) {
        return Optional.ofNullable(words).filter(it -> !it.isBlank());
    }
}
