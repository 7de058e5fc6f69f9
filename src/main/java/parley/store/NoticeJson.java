package parley.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import parley.chat.Choice;

/** The buttons below a notice as the playground's log keeps them; its field names never change. */
final class NoticeJson {
    private NoticeJson() {}

    static String write(List<Choice> choices) {
        ObjectNode json = Json.object();
        ArrayNode all = json.putArray("choices");
        choices.forEach(choice ->
                all.addObject()
                        .put("label", choice.label())
                        .put("action", choice.action())
                        .put("style", choice.style().name()));
        return Json.write(json);
    }

    static List<Choice> read(String column) {
        JsonNode choices = Json.read(column).path("choices");
        return StreamSupport.stream(choices.spliterator(), false).map(NoticeJson::choice).toList();
    }

    private static Choice choice(JsonNode json) {
        return new Choice(
                json.path("label").asText(),
                json.path("action").asText(),
                Choice.Style.valueOf(json.path("style").asText()));
    }
}
