package parley.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import parley.chat.Button;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.UserId;

/** A message of the bot as the playground's log keeps it; its field names never change. */
final class OutgoingJson {
    private OutgoingJson() {}

    static String write(Outgoing message) {
        ObjectNode json =
                Json.object()
                        .put("turn", message.turn().value())
                        .put("asker", message.asker().value())
                        .put("part", message.part())
                        .put("text", message.text())
                        .put("stable", message.stable())
                        .put("settled", message.settled());
        message.note().ifPresent(note -> json.put("note", note));
        message.question().ifPresent(question -> json.put("question", question.value()));
        message.footer().ifPresent(footer -> json.put("footer", footer));
        ArrayNode buttons = json.putArray("buttons");
        message.buttons().forEach(button -> buttons.add(button.name()));
        return Json.write(json);
    }

    /** Whether it is one of these, and not what {@link NoticeJson} wrote. */
    static boolean isAnswer(String column) {
        return Json.read(column).has("turn");
    }

    static Outgoing read(String column) {
        JsonNode json = Json.read(column);
        String text = json.path("text").asText();
        return new Outgoing(
                new Reference(json.path("turn").asText()),
                new UserId(json.path("asker").asText("unknown")),
                json.path("part").asInt(),
                text,
                json.path("stable").asInt(text.length()),
                optional(json, "note"),
                optional(json, "footer"),
                buttons(json.path("buttons")),
                json.path("settled").asBoolean(),
                optional(json, "question").map(MessageId::new));
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
