package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Blocks, held against Slack's limits (docs.slack.dev/reference/block-kit/blocks). */
final class BlockCheck {
    private static final int MOST_IN_MESSAGE = 50;
    private static final int MOST_IN_VIEW = 100;
    private static final int SECTION = 3_000;
    private static final int FIELD = 2_000;
    private static final int HEADER = 150;
    private static final int MARKDOWN = 12_000;

    /** Slack refused messages whose texts came to 13,172 characters (bolt-js#2509). */
    private static final int ALL_TEXT = 13_000;

    private static final Map<String, Set<String>> FIELDS =
            Map.ofEntries(
                    Map.entry("section", Set.of("text", "fields", "accessory", "expand")),
                    Map.entry("header", Set.of("text", "level")),
                    Map.entry("context", Set.of("elements")),
                    Map.entry("divider", Set.of()),
                    Map.entry("markdown", Set.of("text")),
                    Map.entry("actions", Set.of("elements")),
                    Map.entry("context_actions", Set.of("elements")),
                    Map.entry("image", Set.of("image_url", "slack_file", "alt_text", "title")),
                    Map.entry(
                            "input",
                            Set.of("label", "element", "hint", "optional", "dispatch_action")),
                    Map.entry("rich_text", Set.of("elements")));

    /** Blocks that only messages may hold. */
    private static final Set<String> MESSAGE_ONLY = Set.of("markdown", "context_actions");

    private final Faulty faulty = new Faulty();
    private final TextCheck texts = new TextCheck(faulty);
    private final ElementCheck elements = new ElementCheck(faulty, texts);
    private final boolean message;

    private BlockCheck(boolean message) {
        this.message = message;
    }

    /** The blocks of a message as Slack keeps them, each with an id. */
    static ArrayNode message(JsonNode blocks, Ids ids) {
        ArrayNode kept = check(blocks, ids, true);
        int markdown =
                BlockText.stream(kept)
                        .filter(block -> block.path("type").asText().equals("markdown"))
                        .mapToInt(block -> block.path("text").asText().length())
                        .sum();
        int all = kept.findValues("text").stream().mapToInt(t -> t.asText().length()).sum();
        if (markdown > MARKDOWN || all > ALL_TEXT) {
            throw ApiError.mistake(
                    "msg_blocks_too_long", markdown + " in markdown blocks, " + all + " in all");
        }
        return kept;
    }

    /** The blocks of a modal or a Home tab, likewise. */
    static ArrayNode view(JsonNode blocks, Ids ids) {
        return check(blocks, ids, false);
    }

    private static ArrayNode check(JsonNode blocks, Ids ids, boolean message) {
        if (!(blocks.deepCopy() instanceof ArrayNode kept)) {
            throw ApiError.mistake("invalid_blocks_format", "blocks is no array");
        }
        BlockCheck check = new BlockCheck(message);
        check.all(kept);
        check.faulty.throwIfAny("invalid_blocks");
        for (JsonNode block : kept) {
            if (!block.has("block_id") || block.path("type").asText().equals("markdown")) {
                ((ObjectNode) block).put("block_id", ids.next("b"));
            }
        }
        return kept;
    }

    private void all(ArrayNode blocks) {
        int most = message ? MOST_IN_MESSAGE : MOST_IN_VIEW;
        if (blocks.size() > most) {
            faulty.add("no more than " + most + " items allowed", "/blocks");
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            one(blocks.path(i), "/blocks/" + i);
            ids.add(blocks.path(i).path("block_id").asText());
        }
        faulty.unique(ids, "block_id", "/blocks");
    }

    private void one(JsonNode block, String pointer) {
        String type = block.path("type").asText();
        Set<String> known = FIELDS.get(type);
        if (known == null || (!message && MESSAGE_ONLY.contains(type))) {
            faulty.add("unsupported type: " + type, pointer);
            return;
        }
        Set<String> fields = new HashSet<>(known);
        fields.addAll(Set.of("type", "block_id"));
        faulty.only(block, fields, pointer);
        faulty.length(block, "block_id", 255, pointer);
        byType(type, block, pointer);
    }

    private void byType(String type, JsonNode block, String pointer) {
        switch (type) {
            case "section" -> section(block, pointer);
            case "header" -> texts.plain(block, "text", HEADER, pointer);
            case "context" -> context(block, pointer);
            case "markdown" -> markdown(block, pointer);
            case "actions" -> actions(block, 25, Set.of(), pointer);
            case "context_actions" ->
                    actions(block, 5, Set.of("feedback_buttons", "icon_button"), pointer);
            case "image" -> faulty.need(block, "alt_text", pointer);
            case "input" -> {
                texts.plain(block, "label", FIELD, pointer);
                elements.check(block.path("element"), pointer + "/element");
            }
            case "rich_text" -> faulty.need(block, "elements", pointer);
            default -> {
                // A divider has nothing in it.
            }
        }
    }

    private void section(JsonNode block, String pointer) {
        if (!block.hasNonNull("text") && !block.hasNonNull("fields")) {
            faulty.add("must define either text or fields", pointer);
        }
        if (block.hasNonNull("text")) {
            texts.any(block, "text", SECTION, pointer);
        }
        if (block.hasNonNull("fields")) {
            faulty.count(block, "fields", 10, pointer);
            block.path("fields")
                    .forEach(field -> texts.check(field, FIELD, false, pointer + "/fields"));
        }
        if (block.hasNonNull("accessory")) {
            elements.check(block.path("accessory"), pointer + "/accessory");
        }
    }

    private void context(JsonNode block, String pointer) {
        faulty.count(block, "elements", 10, pointer);
        for (JsonNode element : block.path("elements")) {
            if (element.path("type").asText().equals("image")) {
                elements.check(element, pointer + "/elements");
            } else {
                texts.check(element, SECTION, false, pointer + "/elements");
            }
        }
    }

    private void markdown(JsonNode block, String pointer) {
        if (!block.path("text").isTextual() || block.path("text").asText().isEmpty()) {
            faulty.add("must be more than 0 characters", pointer + "/text");
        }
    }

    private void actions(JsonNode block, int most, Set<String> allowed, String pointer) {
        faulty.count(block, "elements", most, pointer);
        List<String> ids = new ArrayList<>();
        for (JsonNode element : block.path("elements")) {
            String type = element.path("type").asText();
            if (allowed.isEmpty() == Set.of("feedback_buttons", "icon_button").contains(type)) {
                faulty.add("unsupported type: " + type, pointer + "/elements");
            }
            elements.check(element, pointer + "/elements");
            ids.add(element.path("action_id").asText());
        }
        faulty.unique(ids, "action_id", pointer + "/elements");
    }
}
