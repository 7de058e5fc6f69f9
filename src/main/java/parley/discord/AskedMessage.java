package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.messages.MessageSnapshot;
import parley.adapter.Excerpt;
import parley.chat.Attachment;

/**
 * The message that somebody asks about. Pure.
 *
 * @param author a name
 * @param words its beginning, as Markdown
 */
record AskedMessage(long id, String author, String words, List<Attachment> files) {
    private static final int LONGEST_WORDS = 2_000;

    AskedMessage {
        files = List.copyOf(files);
    }

    /** The target of a command in a message's menu, of which Discord always tells the words. */
    static AskedMessage of(Message message) {
        String words =
                Stream.of(
                                Stream.of(message.getContentDisplay()),
                                message.getMessageSnapshots().stream()
                                        .map(MessageSnapshot::getContentRaw),
                                message.getEmbeds().stream().map(AskedMessage::words))
                        .flatMap(parts -> parts)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
        return new AskedMessage(
                message.getIdLong(),
                Optional.ofNullable(message.getMember())
                        .map(Member::getEffectiveName)
                        .orElseGet(() -> message.getAuthor().getEffectiveName()),
                Excerpt.of(words, LONGEST_WORDS),
                message.getAttachments().stream().map(AskedMessage::file).toList());
    }

    /** As the REST API tells it, where it knows less. */
    static AskedMessage read(JsonNode message) {
        JsonNode author = message.path("author");
        return new AskedMessage(
                message.path("id").asLong(),
                author.path("global_name").asText(author.path("username").asText("")),
                Excerpt.of(message.path("content").asText("").strip(), LONGEST_WORDS),
                StreamSupport.stream(message.path("attachments").spliterator(), false)
                        .map(AskedMessage::file)
                        .toList());
    }

    /** What programs say, they often say there alone. */
    private static String words(MessageEmbed embed) {
        Stream<String> fields =
                embed.getFields().stream().map(field -> field.getName() + ": " + field.getValue());
        return Stream.concat(
                        Stream.of(
                                Optional.ofNullable(embed.getTitle()).orElse(""),
                                Optional.ofNullable(embed.getDescription()).orElse("")),
                        fields)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static Attachment file(Message.Attachment file) {
        return new Attachment(
                file.getId(),
                file.getFileName(),
                Optional.ofNullable(file.getContentType()).orElse(""),
                file.getSize(),
                file.getUrl());
    }

    private static Attachment file(JsonNode file) {
        return new Attachment(
                file.path("id").asText(),
                file.path("filename").asText(),
                file.path("content_type").asText(""),
                file.path("size").asLong(),
                file.path("url").asText());
    }

    /** The question with the message that is meant under it. */
    String quotedUnder(String question) {
        return words.isBlank()
                ? question
                : question + "\n\nI mean this message of " + author + ":\n" + quote(words);
    }

    static String quote(String words) {
        return words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
