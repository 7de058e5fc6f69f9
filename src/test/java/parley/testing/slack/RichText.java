package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.testing.Json;

/** Cuts the text of a message into the elements of a rich_text block. */
final class RichText {
    private static final Pattern REFERENCE = Pattern.compile("<([@#!])([^>|]+)(?:\\|[^>]*)?>");

    private RichText() {}

    static List<ObjectNode> elements(String text) {
        List<ObjectNode> elements = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(text);
        int at = 0;
        while (reference.find()) {
            plain(elements, text.substring(at, reference.start()));
            elements.add(element(reference.group(1), reference.group(2)));
            at = reference.end();
        }
        plain(elements, text.substring(at));
        return elements;
    }

    private static ObjectNode element(String sign, String name) {
        return switch (sign) {
            case "@" -> Json.object("type", "user", "user_id", name);
            case "#" -> Json.object("type", "channel", "channel_id", name);
            default ->
                    name.startsWith("subteam^")
                            ? Json.object("type", "usergroup", "usergroup_id", name.substring(8))
                            : Json.object("type", "broadcast", "range", name);
        };
    }

    private static void plain(List<ObjectNode> elements, String text) {
        if (!text.isEmpty()) {
            elements.add(
                    Json.object(
                            "type",
                            "text",
                            "text",
                            text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")));
        }
    }
}
