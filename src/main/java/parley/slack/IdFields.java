package parley.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;

/** Looks at the ids that a request of Slack names, before anybody uses them. Pure. */
final class IdFields {
    /** Whatever else people say and draw stands in other fields, and is their own business. */
    private static final Set<String> HOLDERS =
            Set.of(
                    "actions",
                    "channel",
                    "container",
                    "event",
                    "item",
                    "message",
                    "previous_message",
                    "user");

    private static final Set<String> IDS =
            Set.of(
                    "action_ts",
                    "channel",
                    "channel_id",
                    "deleted_ts",
                    "event_id",
                    "event_ts",
                    "id",
                    "message_ts",
                    "thread_ts",
                    "ts",
                    "user",
                    "user_id");

    private IdFields() {}

    /** Whether each id that is there may be one; what is left out is for others to miss. */
    static boolean sound(JsonObject json) {
        return json.entrySet().stream().allMatch(IdFields::sound);
    }

    private static boolean sound(Map.Entry<String, JsonElement> field) {
        JsonElement value = field.getValue();
        if (HOLDERS.contains(field.getKey()) && !value.isJsonPrimitive()) {
            return soundWithin(value);
        }
        return !IDS.contains(field.getKey()) || value.isJsonNull() || id(value);
    }

    private static boolean soundWithin(JsonElement value) {
        if (value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream()
                    .allMatch(each -> !each.isJsonObject() || sound(each.getAsJsonObject()));
        }
        return value.isJsonNull() || sound(value.getAsJsonObject());
    }

    private static boolean id(JsonElement value) {
        return value.isJsonPrimitive()
                && (value.getAsString().isEmpty() || SlackIds.valid(value.getAsString()));
    }
}
