package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What people read in blocks, and what they can press. */
final class BlockText {
    private BlockText() {}

    /** Of markdown, section, header, rich text and image blocks, an empty line between. */
    static String body(JsonNode blocks) {
        return String.join(
                "\n\n",
                stream(blocks).map(BlockText::bodyOf).filter(text -> !text.isEmpty()).toList());
    }

    private static String bodyOf(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "markdown" -> block.path("text").asText();
            case "section" -> section(block);
            case "header" -> block.path("text").path("text").asText();
            case "rich_text" -> rich(block);
            case "image" -> block.path("alt_text").asText();
            default -> "";
        };
    }

    private static String section(JsonNode block) {
        List<String> texts = new ArrayList<>();
        texts.add(block.path("text").path("text").asText(""));
        block.path("fields").forEach(field -> texts.add(field.path("text").asText()));
        texts.removeIf(String::isEmpty);
        return String.join("\n", texts);
    }

    private static String rich(JsonNode block) {
        StringBuilder text = new StringBuilder();
        block.findParents("text").stream()
                .filter(node -> node.path("text").isTextual())
                .forEach(node -> text.append(node.path("text").asText()));
        return text.toString();
    }

    static List<String> context(JsonNode blocks) {
        return stream(blocks)
                .filter(block -> block.path("type").asText().equals("context"))
                .flatMap(block -> stream(block.path("elements")))
                .map(element -> element.path("text").asText(element.path("alt_text").asText("")))
                .toList();
    }

    static List<ShownButton> buttons(JsonNode blocks) {
        List<ShownButton> buttons = new ArrayList<>();
        for (JsonNode element : BlockElements.all(blocks)) {
            String id = element.path("action_id").asText();
            switch (element.path("type").asText()) {
                case "button", "icon_button" -> buttons.add(button(id, element));
                case "feedback_buttons" -> {
                    buttons.add(button(id, element.path("positive_button")));
                    buttons.add(button(id, element.path("negative_button")));
                }
                default -> {
                    // Not a button.
                }
            }
        }
        return buttons;
    }

    private static ShownButton button(String id, JsonNode element) {
        return new ShownButton(
                id,
                element.path("text").path("text").asText(),
                element.path("value").asText(),
                element.path("style").asText());
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
