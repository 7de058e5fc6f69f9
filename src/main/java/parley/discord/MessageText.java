package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.adapter.Excerpt;

/**
 * The words of one message as Markdown, wherever Discord put them: stickers, polls and forwarded
 * messages are said in words too. Pure.
 */
final class MessageText {
    private static final String RICH = "rich";

    /** The component that shows a text; others hold such. */
    private static final int TEXT_DISPLAY = 10;

    private static final int DEEPEST = 5;

    /** Embeds and texts of one message have at most so many characters. */
    private static final int MOST = 6_000;

    private final Markup markup;
    private final Speakers speakers;

    MessageText(Markup markup, Speakers speakers) {
        this.markup = markup;
        this.speakers = speakers;
    }

    /**
     * All that it says.
     *
     * @param typed its content, or what of it counts
     */
    String whole(MessageJson message, String typed, long guild) {
        Stream<String> own =
                speakers.program(message) ? reported(message, guild) : Stream.<String>empty();
        return joined(
                Stream.of(
                                Stream.of(markup.plain(typed, message, guild)),
                                own,
                                stickers(message),
                                poll(message),
                                message.forwarded().map(it -> forwarded(it, guild)))
                        .flatMap(parts -> parts));
    }

    String whole(MessageJson message, long guild) {
        return whole(message, message.content(), guild);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** Words under a line that says whose they are. */
    static String quote(String head, String words) {
        return Stream.concat(Stream.of(head), words.lines())
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private String forwarded(MessageJson message, long guild) {
        String words =
                joined(
                        Stream.of(
                                        Stream.of(markup.plain(message.content(), message, guild)),
                                        reported(message, guild),
                                        stickers(message))
                                .flatMap(parts -> parts));
        return quote("Forwarded message:", words);
    }

    private static Stream<String> stickers(MessageJson message) {
        return message.each("sticker_items")
                .map(sticker -> "[Sticker: " + line(sticker.path("name")) + "]");
    }

    private static Stream<String> poll(MessageJson message) {
        JsonNode poll = message.json().path("poll");
        if (!poll.isObject()) {
            return Stream.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("[Poll: " + line(poll.at("/question/text")) + "]");
        poll.path("answers")
                .forEach(answer -> lines.add("- " + line(answer.at("/poll_media/text"))));
        return Stream.of(String.join("\n", lines));
    }

    private static String line(JsonNode text) {
        return text.asText("").replaceAll("\\s+", " ").strip();
    }

    /** Programs say much in boxes alone; under people's messages those are previews of links. */
    private Stream<String> reported(MessageJson message, long guild) {
        List<String> texts = new ArrayList<>();
        message.each("components").forEach(component -> collect(component, texts, 0));
        String boxes =
                joined(
                        Stream.concat(
                                message.each("embeds")
                                        .filter(it -> it.path("type").asText(RICH).equals(RICH))
                                        .map(MessageText::box),
                                texts.stream()));
        return Stream.of(Excerpt.of(markup.plain(boxes, message, guild), MOST));
    }

    private static String box(JsonNode embed) {
        return Stream.concat(
                        Stream.of(embed.path("title"), embed.path("description"))
                                .map(text -> text.asText("")),
                        fields(embed))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> fields(JsonNode embed) {
        List<String> fields = new ArrayList<>();
        embed.path("fields")
                .forEach(field ->
                        fields.add(
                                field.path("name").asText("")
                                        + ": "
                                        + field.path("value").asText("")));
        return fields.stream();
    }

    private static void collect(JsonNode component, List<String> texts, int depth) {
        if (component.path("type").asInt() == TEXT_DISPLAY) {
            texts.add(component.path("content").asText(""));
        } else if (depth < DEEPEST) {
            component.path("components").forEach(part -> collect(part, texts, depth + 1));
        }
    }
}
