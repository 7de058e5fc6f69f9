package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** The interactive elements of blocks. */
final class BlockElements {
    private BlockElements() {}

    /** Those of actions and context_actions blocks, accessories and inputs, in their order. */
    static List<JsonNode> all(JsonNode blocks) {
        List<JsonNode> elements = new ArrayList<>();
        for (JsonNode block : blocks) {
            switch (block.path("type").asText()) {
                case "actions", "context_actions" -> block.path("elements").forEach(elements::add);
                case "section" -> add(elements, block.path("accessory"));
                case "input" -> add(elements, block.path("element"));
                default -> {
                    // Nothing to press.
                }
            }
        }
        return elements;
    }

    private static void add(List<JsonNode> elements, JsonNode element) {
        if (element.isObject()) {
            elements.add(element);
        }
    }

    /** The block that holds an element with this action id. */
    static Optional<JsonNode> blockOf(JsonNode blocks, String actionId) {
        return BlockText.stream(blocks)
                .filter(block -> all(Json.array(block)).stream().anyMatch(e -> has(e, actionId)))
                .findFirst();
    }

    static Optional<JsonNode> find(JsonNode blocks, String actionId) {
        return all(blocks).stream().filter(element -> has(element, actionId)).findFirst();
    }

    private static boolean has(JsonNode element, String actionId) {
        return element.path("action_id").asText().equals(actionId);
    }
}
