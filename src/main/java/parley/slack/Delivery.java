package parley.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One delivery of an event about a message, as far as Slack sent it: what it left out is empty.
 * Slack's models of the message events each lack something (threads of {@code me_message}, files of
 * {@code thread_broadcast}), but its model of a message has it all, so that one reads every kind.
 *
 * @param event the {@code event_id}
 * @param workspace the one whose installation of the app is meant
 * @param message the event read as a message; for changes and deletions, only their frame
 * @param changed what the message of {@code message_changed} says now
 * @param previous what it said before
 * @param team of the author, who may belong to another organisation
 * @see <a href="https://docs.slack.dev/apis/events-api">Events API</a>
 */
record Delivery(
        String event,
        String workspace,
        String type,
        String channel,
        String channelType,
        String eventTs,
        String deletedTs,
        String team,
        Message message,
        Optional<Message> changed,
        Optional<Message> previous) {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Gson GSON = GsonFactory.createSnakeCase();

    /** Reads the body of an event; never throws for what Slack may send as one. */
    static Delivery read(String body) {
        JsonObject envelope = JsonParser.parseString(body).getAsJsonObject();
        JsonObject event = object(envelope, "event").orElseGet(JsonObject::new);
        return new Delivery(
                text(envelope, "event_id"),
                installation(envelope),
                text(event, "type"),
                text(event, "channel"),
                text(event, "channel_type"),
                text(event, "event_ts"),
                text(event, "deleted_ts"),
                team(event),
                message(event),
                object(event, "message").map(Delivery::message),
                object(event, "previous_message").map(Delivery::message));
    }

    /** A message that Slack keeps, as if an event told of it. */
    static Delivery past(String channel, Message message) {
        String ts = Objects.requireNonNullElse(message.getTs(), "");
        return past("past-" + channel + "-" + ts, channel, ts, message, Optional.empty());
    }

    /** The same as if an event told that it was edited; empty where it was not. */
    static Optional<Delivery> pastEdit(String channel, Message message) {
        return Optional.ofNullable(message.getEdited())
                .map(Message.Edited::getTs)
                .map(at -> {
                    Message frame = new Message();
                    frame.setSubtype("message_changed");
                    return past(
                            String.join("-", "past", channel, message.getTs(), at),
                            channel,
                            at,
                            frame,
                            Optional.of(message));
                });
    }

    private static Delivery past(
            String event, String channel, String at, Message message, Optional<Message> changed) {
        return new Delivery(
                event,
                "",
                "message",
                channel,
                "",
                at,
                "",
                Objects.requireNonNullElse(changed.orElse(message).getTeam(), ""),
                message,
                changed,
                Optional.empty());
    }

    /** The envelope's own team can be another organisation's, in a channel shared with it. */
    private static String installation(JsonObject envelope) {
        JsonElement all = envelope.get("authorizations");
        return Optional.ofNullable(all)
                .filter(it -> it.isJsonArray() && !it.getAsJsonArray().isEmpty())
                .map(it -> it.getAsJsonArray().get(0))
                .filter(JsonElement::isJsonObject)
                .map(first -> text(first.getAsJsonObject(), "team_id"))
                .orElse("");
    }

    private static String team(JsonObject event) {
        String own = text(event, "user_team");
        return own.isEmpty() ? text(event, "team") : own;
    }

    private static Message message(JsonObject json) {
        try {
            return GSON.fromJson(json, Message.class);
        } catch (JsonParseException | ClassCastException | NullPointerException e) {
            LOG.warn(
                    "Slack sent a message in a form that its client cannot read: {}", e.getClass());
            return plain(json);
        }
    }

    /** The words alone: blocks and the like have forms that the models do not know. */
    private static Message plain(JsonObject json) {
        Message plain = new Message();
        given(json, "subtype", plain::setSubtype);
        given(json, "user", plain::setUser);
        given(json, "bot_id", plain::setBotId);
        given(json, "app_id", plain::setAppId);
        given(json, "text", plain::setText);
        given(json, "ts", plain::setTs);
        given(json, "thread_ts", plain::setThreadTs);
        return plain;
    }

    private static void given(JsonObject json, String name, Consumer<String> setter) {
        Optional.of(text(json, name)).filter(text -> !text.isEmpty()).ifPresent(setter);
    }

    private static Optional<JsonObject> object(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .orElse("");
    }
}
