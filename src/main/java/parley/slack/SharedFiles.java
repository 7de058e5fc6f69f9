package parley.slack;

import com.slack.api.model.File;
import com.slack.api.model.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.adapter.OneLine;
import parley.chat.Attachment;

/**
 * The files of a message. Where Slack sends a stub alone (files of other workspaces, files that the
 * plan's limit hides), the location is empty: {@code files.info} knows more. Pure.
 *
 * @see <a href="https://docs.slack.dev/reference/objects/file-object">The file object</a>
 */
final class SharedFiles {
    private static final String DELETED = "tombstone";

    private SharedFiles() {}

    /** Those sent with the message, then those of the messages forwarded with it. */
    static List<Attachment> of(Message message) {
        Map<String, Attachment> files = new LinkedHashMap<>();
        Stream.concat(BlockText.each(message.getFiles()), forwarded(message))
                .filter(file -> file.getId() != null && !DELETED.equals(file.getMode()))
                .forEach(file -> files.putIfAbsent(file.getId(), translate(file)));
        return new ArrayList<>(files.values());
    }

    private static Stream<File> forwarded(Message message) {
        return BlockText.each(message.getAttachments())
                .filter(AttachmentText::forwarded)
                .flatMap(attachment -> BlockText.each(attachment.getFiles()));
    }

    private static Attachment translate(File file) {
        return new Attachment(
                file.getId(),
                name(file),
                Optional.ofNullable(file.getMimetype()).orElse(""),
                file.getSize() == null ? 0 : Math.max(0, file.getSize()),
                Optional.ofNullable(file.getUrlPrivateDownload())
                        .or(() -> Optional.ofNullable(file.getUrlPrivate()))
                        .orElse(""));
    }

    private static String name(File file) {
        return Stream.of(file.getName(), file.getTitle())
                .filter(name -> name != null)
                .map(OneLine::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(file.getId());
    }
}
