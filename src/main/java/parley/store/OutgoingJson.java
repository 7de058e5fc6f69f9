package parley.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Reference;

/** A message of the bot as the playground's log keeps it; its field names never change. */
final class OutgoingJson {
    private OutgoingJson() {}

    static String write(Outgoing message) {
        ObjectNode json =
                Json.object()
                        .put("turn", message.turn().value())
                        .put("part", message.part())
                        .put("text", message.text())
                        .put("settled", message.settled());
        message.note().ifPresent(note -> json.put("note", note));
        message.footer().ifPresent(footer -> json.put("footer", footer));
        ArrayNode buttons = json.putArray("buttons");
        message.buttons().forEach(button -> buttons.add(button.name()));
        return Json.write(json);
    }

    static Outgoing read(String text) {
        JsonNode json = Json.read(text);
        return new Outgoing(
                new Reference(json.path("turn").asText()),
                json.path("part").asInt(),
                json.path("text").asText(),
                optional(json, "note"),
                optional(json, "footer"),
                buttons(json.path("buttons")),
                json.path("settled").asBoolean());
    }

    private static Optional<String> optional(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
    }

    private static List<Button> buttons(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(name -> Button.valueOf(name.asText()))
                .toList();
    }
}
