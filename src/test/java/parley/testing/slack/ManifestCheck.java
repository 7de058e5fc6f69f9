package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.testing.Json;

/**
 * Holds an app manifest against the published schema (slackapi/manifest-schema, 2.0.0): unknown and
 * missing fields, types, lengths, numbers of items, and what contradicts itself.
 */
public final class ManifestCheck {
    /** Bot scopes of docs.slack.dev/reference/scopes that a chat app may want. */
    private static final Set<String> KNOWN_SCOPES =
            Set.of(
                    ("app_mentions:read assistant:write bookmarks:read bookmarks:write"
                                    + " canvases:read canvases:write channels:history channels:join"
                                    + " channels:manage channels:read chat:write"
                                    + " chat:write.customize chat:write.public commands dnd:read"
                                    + " emoji:read files:read files:write groups:history"
                                    + " groups:read groups:write im:history im:read im:write"
                                    + " incoming-webhook links:read links:write"
                                    + " metadata.message:read mpim:history mpim:read mpim:write"
                                    + " pins:read pins:write reactions:read reactions:write"
                                    + " remote_files:read remote_files:share remote_files:write"
                                    + " search:read.public team:read usergroups:read"
                                    + " usergroups:write users.profile:read users:read"
                                    + " users:read.email users:write")
                            .split(" "));

    /** Events that docs.slack.dev/reference/events offers to bots. */
    private static final Set<String> KNOWN_EVENTS =
            Set.of(
                    ("agent_session_stopped agent_session_title_changed app_context_changed"
                                    + " app_home_opened app_mention app_uninstalled"
                                    + " assistant_thread_context_changed assistant_thread_started"
                                    + " channel_archive channel_created channel_deleted"
                                    + " channel_id_changed channel_left channel_rename"
                                    + " channel_shared channel_unarchive channel_unshared"
                                    + " dnd_updated_user emoji_changed file_change file_created"
                                    + " file_deleted file_public file_shared file_unshared"
                                    + " group_archive group_deleted group_left group_rename"
                                    + " group_unarchive im_close im_history_changed im_open"
                                    + " link_shared member_joined_channel member_left_channel"
                                    + " message.channels message.groups message.im message.mpim"
                                    + " message_metadata_deleted message_metadata_posted"
                                    + " message_metadata_updated pin_added pin_removed"
                                    + " reaction_added reaction_removed subteam_created"
                                    + " subteam_members_changed subteam_updated team_join"
                                    + " team_rename tokens_revoked user_change"
                                    + " user_profile_changed user_status_changed")
                            .split(" "));

    private final List<ObjectNode> faults = new ArrayList<>();

    private ManifestCheck() {}

    /**
     * What Slack would not accept, each as a message and a JSON pointer; empty when all is well.
     */
    public static List<JsonNode> faults(JsonNode manifest) {
        ManifestCheck check = new ManifestCheck();
        check.value(ManifestSchema.root(), manifest, "");
        if (check.faults.isEmpty()) {
            check.whole(manifest);
        }
        return List.copyOf(check.faults);
    }

    private void value(ManifestSchema schema, JsonNode value, String pointer) {
        switch (schema) {
            case ManifestSchema.Text shape -> text(shape, value, pointer);
            case ManifestSchema.Flag() -> {
                if (!value.isBoolean()) {
                    add("must be boolean", pointer);
                }
            }
            case ManifestSchema.Choice(Set<String> values) -> {
                if (!values.contains(value.asText())) {
                    add("must be one of " + values, pointer);
                }
            }
            case ManifestSchema.Items shape -> items(shape, value, pointer);
            case ManifestSchema.Fields(var fields, var required) ->
                    fields(fields, required, value, pointer);
            case ManifestSchema.Anything() -> {
                // Not looked at.
            }
        }
    }

    private void text(ManifestSchema.Text shape, JsonNode value, String pointer) {
        int length = value.asText().length();
        if (!value.isTextual()) {
            add("must be string", pointer);
        } else if (length > shape.most()) {
            add("must NOT have more than " + shape.most() + " characters", pointer);
        } else if (length < shape.least()) {
            add("must NOT have fewer than " + shape.least() + " characters", pointer);
        } else if (!shape.pattern().isEmpty() && !value.asText().matches(shape.pattern())) {
            add("must match pattern " + shape.pattern(), pointer);
        }
    }

    private void items(ManifestSchema.Items shape, JsonNode value, String pointer) {
        if (!value.isArray()) {
            add("must be array", pointer);
            return;
        }
        if (value.size() > shape.most() || value.size() < shape.least()) {
            add("must have " + shape.least() + " to " + shape.most() + " items", pointer);
        }
        for (int i = 0; i < value.size(); i++) {
            value(shape.item(), value.path(i), pointer + "/" + i);
        }
    }

    private void fields(
            Map<String, ManifestSchema> fields,
            Set<String> required,
            JsonNode value,
            String pointer) {
        if (!value.isObject()) {
            add("must be object", pointer);
            return;
        }
        required.stream()
                .filter(name -> !value.hasNonNull(name))
                .sorted()
                .forEach(name -> add("must have required property '" + name + "'", pointer));
        value.properties()
                .forEach(field -> {
                    ManifestSchema schema = fields.get(field.getKey());
                    if (schema == null) {
                        add("must NOT have additional properties: " + field.getKey(), pointer);
                    } else {
                        value(schema, field.getValue(), pointer + "/" + field.getKey());
                    }
                });
    }

    /** What no single field tells. */
    private void whole(JsonNode manifest) {
        JsonNode settings = manifest.path("settings");
        boolean socket = settings.path("socket_mode_enabled").asBoolean();
        JsonNode events = settings.path("event_subscriptions");
        if (events.path("bot_events").size() > 0 && !socket && !events.has("request_url")) {
            add(
                    "Event Subscription requires either Request URL or Socket Mode Enabled",
                    "/settings/event_subscriptions");
        }
        JsonNode interactivity = settings.path("interactivity");
        if (interactivity.path("is_enabled").asBoolean()
                && !socket
                && !interactivity.has("request_url")) {
            add("Interactivity requires a Request URL", "/settings/interactivity");
        }
        features(manifest, socket);
        for (JsonNode event : events.path("bot_events")) {
            if (!KNOWN_EVENTS.contains(event.asText())) {
                add("no such event: " + event.asText(), "/settings/event_subscriptions/bot_events");
            }
            scope(manifest, event.asText());
        }
        scopes(manifest).stream()
                .filter(scope -> !KNOWN_SCOPES.contains(scope))
                .forEach(scope -> add("no such scope: " + scope, "/oauth_config/scopes/bot"));
    }

    private void features(JsonNode manifest, boolean socket) {
        JsonNode features = manifest.path("features");
        JsonNode commands = features.path("slash_commands");
        for (int i = 0; i < commands.size(); i++) {
            JsonNode command = commands.path(i);
            String pointer = "/features/slash_commands/" + i;
            if (!socket && !command.has("url")) {
                add("must have required property 'url'", pointer);
            }
        }
        boolean bot = features.has("bot_user");
        if (!bot && !scopes(manifest).isEmpty()) {
            add("bot scopes require a bot user", "/features/bot_user");
        }
        if (features.has("agent_view") && features.has("assistant_view")) {
            add("agent_view and assistant_view exclude each other", "/features");
        }
        if (!commands.isEmpty() && !scopes(manifest).contains("commands")) {
            add("slash commands require the scope commands", "/oauth_config/scopes/bot");
        }
    }

    private void scope(JsonNode manifest, String event) {
        String needed =
                switch (event) {
                    case "app_mention" -> "app_mentions:read";
                    case "message.channels" -> "channels:history";
                    case "message.groups" -> "groups:history";
                    case "message.im" -> "im:history";
                    case "message.mpim" -> "mpim:history";
                    case "reaction_added", "reaction_removed" -> "reactions:read";
                    case "member_joined_channel", "member_left_channel", "channel_rename" ->
                            "channels:read";
                    default -> "";
                };
        if (!needed.isEmpty() && !scopes(manifest).contains(needed)) {
            add(event + " requires the scope " + needed, "/oauth_config/scopes/bot");
        }
    }

    static List<String> scopes(JsonNode manifest) {
        return BlockText.stream(manifest.path("oauth_config").path("scopes").path("bot"))
                .map(JsonNode::asText)
                .toList();
    }

    private void add(String message, String pointer) {
        faults.add(Json.object("message", message, "pointer", pointer));
    }
}
