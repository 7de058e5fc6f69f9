package parley.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import parley.adapter.OneLine;

/**
 * What one request of Slack is about, as far as its way to the handlers depends on it.
 *
 * @param type Slack's name for it, such as {@code block_actions}; of an event that of the event
 * @param lane what it must stay in order with: an event's channel
 */
record Payload(Kind kind, String type, Optional<String> lane) {
    /**
     * Bolt writes the whole body of what it does not know into the log: it never gets to see it.
     */
    private static final Set<String> INTERACTIONS =
            Set.of(
                    "block_actions",
                    "block_suggestion",
                    "interactive_message",
                    "message_action",
                    "shortcut",
                    "view_closed",
                    "view_submission");

    enum Kind {
        EVENT,
        INTERACTION,
        COMMAND,
        /** Slack makes sure of the address before it uses it. */
        CHALLENGE,
        /** Slack dropped events, because this app gets more of them than it may. */
        FLOOD,
        /** It names an id that is none, and would as often as it came. */
        ABSURD,
        UNKNOWN
    }

    /** What it is called goes into the log. */
    Payload {
        type = OneLine.of(type);
    }

    /** Reads the JSON of an event, an interaction or, in Socket Mode, a command. */
    static Payload of(JsonObject json) {
        Payload read = read(json);
        return IdFields.sound(json) ? read : new Payload(Kind.ABSURD, read.type, Optional.empty());
    }

    private static Payload read(JsonObject json) {
        if (json.has("command")) {
            return new Payload(Kind.COMMAND, text(json, "command").orElse(""), Optional.empty());
        }
        String type = text(json, "type").orElse("");
        return switch (type) {
            case "event_callback" -> object(json, "event").map(Payload::event).orElse(other(type));
            case "url_verification" -> new Payload(Kind.CHALLENGE, type, Optional.empty());
            case "app_rate_limited" -> new Payload(Kind.FLOOD, type, Optional.empty());
            default -> other(type);
        };
    }

    private static Payload other(String type) {
        Kind kind = INTERACTIONS.contains(type) ? Kind.INTERACTION : Kind.UNKNOWN;
        return new Payload(kind, type, Optional.empty());
    }

    private static Payload event(JsonObject event) {
        return text(event, "type")
                .map(type -> new Payload(Kind.EVENT, type, channel(event)))
                .orElse(other("event_callback"));
    }

    /** Messages name it, reactions name it in their item, changes of channels hold all of it. */
    private static Optional<String> channel(JsonObject event) {
        return text(event, "channel")
                .or(() -> object(event, "channel").flatMap(channel -> text(channel, "id")))
                .or(() -> text(event, "channel_id"))
                .or(() -> object(event, "item").flatMap(item -> text(item, "channel")));
    }

    private static Optional<String> text(JsonObject json, String field) {
        return Optional.ofNullable(json.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    private static Optional<JsonObject> object(JsonObject json, String field) {
        return Optional.ofNullable(json.get(field))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }
}
