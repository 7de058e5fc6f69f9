package parley.slack;

import com.slack.api.model.Attachment;
import com.slack.api.model.Message;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one message as mrkdwn, wherever Slack put them. Pure. */
final class MessageText {
    private MessageText() {}

    /** What its author typed. */
    static String typed(Message message) {
        String text = message.getText();
        return text == null || text.isBlank() ? BlockText.mrkdwn(message.getBlocks()) : text;
    }

    /** What a person said: the typed words, and the messages forwarded with them. */
    static String said(Message message) {
        return join(
                typed(message),
                attachments(message, AttachmentText::forwarded, AttachmentText::quote));
    }

    /** What a program said, which it often says in attachments alone. */
    static String reported(Message message) {
        String typed = typed(message);
        return join(
                typed,
                attachments(message, _ -> true, AttachmentText::whole)
                        .filter(words -> !typed.contains(words)));
    }

    private static Stream<String> attachments(
            Message message, Predicate<Attachment> which, Function<Attachment, String> words) {
        return BlockText.each(message.getAttachments()).filter(which).map(words);
    }

    private static String join(String typed, Stream<String> under) {
        return Stream.concat(Stream.of(typed), under)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
