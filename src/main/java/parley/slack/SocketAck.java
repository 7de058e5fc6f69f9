package parley.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;

/** Writes what acknowledges an envelope of Socket Mode, with the handler's answer to it. */
final class SocketAck {
    private SocketAck() {}

    static String of(Frame.Envelope envelope, Response response) {
        JsonObject ack = bare(envelope.id());
        String body = response.getBody();
        if (envelope.answerable() && body != null && !body.isEmpty()) {
            ack.add("payload", payload(response.getContentType(), body));
        }
        return ack.toString();
    }

    /** For what no handler saw. */
    static String of(String id) {
        return bare(id).toString();
    }

    private static JsonObject bare(String id) {
        JsonObject ack = new JsonObject();
        ack.addProperty("envelope_id", id);
        return ack;
    }

    private static JsonElement payload(String contentType, String body) {
        if (contentType != null && contentType.startsWith("application/json")) {
            return JsonParser.parseString(body);
        }
        JsonObject text = new JsonObject();
        text.addProperty("text", body);
        return text;
    }
}
