package parley.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;

/** An event's form in the journal's payload; its field names never change. */
final class EventJson {
    private EventJson() {}

    static String write(Inbound event) {
        ObjectNode json =
                Json.object()
                        .put("kind", EventKind.of(event).name())
                        .put("event", event.event().value())
                        .put("thread", event.thread().toString())
                        .put("author_id", event.author().id().value())
                        .put("author_name", event.author().name())
                        .put("at", event.at().toString());
        switch (event) {
            case Inbound.Said said -> {
                about(json, said.message()).put("text", said.text());
                AttachmentJson.write(json, said.files());
            }
            case Inbound.Edited edited -> about(json, edited.message()).put("text", edited.text());
            case Inbound.Deleted deleted -> about(json, deleted.message());
            case Inbound.Retry retry -> json.put("turn", retry.turn().value());
            case Inbound.Continue more -> json.put("turn", more.turn().value());
        }
        return Json.write(json);
    }

    private static ObjectNode about(ObjectNode json, MessageId message) {
        return json.put("message", message.value());
    }

    static Inbound read(String payload) {
        JsonNode json = Json.read(payload);
        var event = new EventId(text(json, "event"));
        ThreadId thread = ThreadId.parse(text(json, "thread"));
        var author = new Author(new UserId(text(json, "author_id")), text(json, "author_name"));
        Instant at = Instant.parse(text(json, "at"));
        String text = text(json, "text");
        List<Attachment> files = AttachmentJson.read(json);
        return switch (EventKind.valueOf(text(json, "kind"))) {
            case MENTION ->
                    new Inbound.Mention(event, thread, author, at, message(json), text, files);
            case THREAD_REPLY ->
                    new Inbound.ThreadReply(event, thread, author, at, message(json), text, files);
            case DIRECT_MESSAGE ->
                    new Inbound.DirectMessage(
                            event, thread, author, at, message(json), text, files);
            case RETRY -> new Inbound.Retry(event, thread, author, at, turn(json));
            case CONTINUE -> new Inbound.Continue(event, thread, author, at, turn(json));
            case EDITED -> new Inbound.Edited(event, thread, author, at, message(json), text);
            case DELETED -> new Inbound.Deleted(event, thread, author, at, message(json));
        };
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }

    private static MessageId message(JsonNode json) {
        return new MessageId(text(json, "message"));
    }

    private static Reference turn(JsonNode json) {
        return new Reference(text(json, "turn"));
    }

    /** The same payload with another text; fields that this version does not know stay. */
    static String withText(String payload, String text) {
        ObjectNode json = (ObjectNode) Json.read(payload);
        return Json.write(json.put("text", text));
    }

    /** The same payload without anything that was said or sent in it. */
    static String forgotten(String payload) {
        ObjectNode json = (ObjectNode) Json.read(payload);
        AttachmentJson.remove(json);
        return Json.write(json.put("text", ""));
    }

    /** The same payload without its author's name as well; only the ids stay. */
    static String erased(String payload) {
        ObjectNode json = (ObjectNode) Json.read(payload);
        AttachmentJson.remove(json);
        if (json.has("text")) {
            json.put("text", "");
        }
        return Json.write(json.put("author_name", Forgotten.NAME));
    }

    /** Whether there are words or files in it. */
    static boolean saysSomething(String payload) {
        return !forgotten(payload).equals(payload);
    }

    static String authorOf(String payload) {
        return text(Json.read(payload), "author_name");
    }

    static String textOf(String payload) {
        return text(Json.read(payload), "text");
    }
}
