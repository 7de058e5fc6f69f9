package parley.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one text on a Socket Mode connection is.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
 */
sealed interface Frame {
    /** The connection is ready: events come in from now on. */
    record Hello() implements Frame {}

    /** Slack is going to close the connection, or does so. */
    record Disconnect(String reason) implements Frame {}

    /**
     * Something to acknowledge.
     *
     * @param answerable whether the acknowledgement may carry an answer
     * @param text the whole frame
     */
    record Envelope(String id, Payload payload, boolean answerable, String text) implements Frame {}

    /** What cannot be read but for its id: it would be as unreadable as often as it came. */
    record Unreadable(String id) implements Frame {}

    /** Nothing known, and nothing to acknowledge. */
    record Other() implements Frame {}

    /** In a text of JSON such a name with bare quotes stands outside of all strings. */
    Pattern ID = Pattern.compile("\"envelope_id\"\\s{0,9}:\\s{0,9}\"([!#-\\[\\]-~]{1,200})\"");

    /** Reads a text as it came; never throws. */
    static Frame read(String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            return json.isJsonObject() ? read(json.getAsJsonObject(), text) : new Other();
        } catch (JsonParseException e) {
            Matcher id = ID.matcher(text);
            return id.find() ? new Unreadable(id.group(1)) : new Other();
        }
    }

    private static Frame read(JsonObject frame, String text) {
        return switch (text(frame, "type")) {
            case "hello" -> new Hello();
            case "disconnect" -> new Disconnect(text(frame, "reason"));
            default -> text(frame, "envelope_id").isEmpty() ? new Other() : envelope(frame, text);
        };
    }

    private static Frame envelope(JsonObject frame, String text) {
        JsonElement content = frame.get("payload");
        JsonObject payload =
                content != null && content.isJsonObject()
                        ? content.getAsJsonObject()
                        : new JsonObject();
        return new Envelope(
                text(frame, "envelope_id"),
                Payload.of(payload),
                text(frame, "accepts_response_payload").equals("true"),
                text);
    }

    private static String text(JsonObject json, String field) {
        JsonElement value = json.get(field);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
