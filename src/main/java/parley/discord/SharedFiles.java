package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.adapter.OneLine;
import parley.chat.Attachment;
import parley.chat.MessageId;

/**
 * The files of a message. Their addresses hold for a day; behind each stands, after {@code #}, the
 * message that gives out a new one. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/reference#signed-attachment-cdn-urls">Signed
 *     attachment URLs</a>
 */
final class SharedFiles {
    private static final String MARK = "#";

    private SharedFiles() {}

    /** Those sent with the message, then those of the messages forwarded with it. */
    static List<Attachment> of(MessageJson message, long channel) {
        MessageId id = DiscordIds.message(channel, message.id());
        Map<String, Attachment> files = new LinkedHashMap<>();
        each(message)
                .filter(file -> file.path("id").asLong() != 0)
                .map(file -> translate(file, id))
                .forEach(file -> files.putIfAbsent(file.id(), file));
        return new ArrayList<>(files.values());
    }

    private static Stream<JsonNode> each(MessageJson message) {
        return Stream.concat(
                message.each("attachments"),
                message.forwarded().flatMap(forwarded -> forwarded.each("attachments")));
    }

    /** The file's address as the message tells it now. */
    static Optional<String> address(MessageJson message, String file) {
        return each(message)
                .filter(it -> it.path("id").asText().equals(file))
                .map(it -> it.path("url").asText(""))
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    /** The file's address as it was told. */
    static String address(Attachment file) {
        return file.location().split(MARK, 2)[0];
    }

    /** The message with which it was sent, or forwarded; empty where that is not known. */
    static Optional<MessageId> message(Attachment file) {
        return Optional.of(file.location())
                .map(location -> location.substring(location.indexOf(MARK) + 1))
                .filter(id -> id.matches("\\d{1,20}-\\d{1,20}"))
                .map(MessageId::new);
    }

    private static Attachment translate(JsonNode file, MessageId message) {
        String id = file.path("id").asText();
        String name = OneLine.of(file.path("filename").asText(""));
        return new Attachment(
                id,
                name.isEmpty() ? id : name,
                file.path("content_type").asText(""),
                Math.max(0, file.path("size").asLong()),
                file.path("url").asText("") + MARK + message);
    }
}
