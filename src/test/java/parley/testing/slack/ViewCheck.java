package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import parley.testing.Json;

/** Modals and Home tabs, held against Slack's limits (docs.slack.dev/reference/views). */
final class ViewCheck {
    private static final int TITLE = 24;
    private static final int CALLBACK = 255;
    private static final int PRIVATE = 3_000;
    private static final int BYTES = 250_000;
    private static final Set<String> FIELDS =
            Set.of(
                    "type",
                    "title",
                    "blocks",
                    "close",
                    "submit",
                    "private_metadata",
                    "callback_id",
                    "clear_on_close",
                    "notify_on_close",
                    "external_id",
                    "submit_disabled");
    private static final Set<String> HOME =
            Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");

    private ViewCheck() {}

    /** A modal as Slack keeps it. */
    static ObjectNode modal(JsonNode view, Workspace workspace) {
        Faulty faulty = new Faulty();
        TextCheck texts = new TextCheck(faulty);
        texts.plain(view, "title", TITLE, "/view");
        texts.plainIfAny(view, "submit", TITLE, "/view");
        texts.plainIfAny(view, "close", TITLE, "/view");
        boolean inputs =
                BlockText.stream(view.path("blocks"))
                        .anyMatch(block -> block.path("type").asText().equals("input"));
        if (inputs && !view.hasNonNull("submit")) {
            faulty.add("missing required field: submit, as there are inputs", "/view");
        }
        return kept(view, "modal", FIELDS, faulty, workspace);
    }

    static ObjectNode home(JsonNode view, Workspace workspace) {
        return kept(view, "home", HOME, new Faulty(), workspace);
    }

    private static ObjectNode kept(
            JsonNode view, String type, Set<String> fields, Faulty faulty, Workspace workspace) {
        if (!view.path("type").asText().equals(type)) {
            faulty.add("must be " + type, "/view/type");
        }
        faulty.only(view, fields, "/view");
        faulty.length(view, "private_metadata", PRIVATE, "/view");
        faulty.length(view, "callback_id", CALLBACK, "/view");
        faulty.length(view, "external_id", CALLBACK, "/view");
        faulty.need(view, "blocks", "/view");
        faulty.throwIfAny("invalid_arguments");
        if (Json.bytes(view).length > BYTES) {
            throw ApiError.mistake("view_too_large", "over 250 kB");
        }
        return complete(view.deepCopy(), workspace);
    }

    private static ObjectNode complete(ObjectNode view, Workspace workspace) {
        Identity me = workspace.me;
        String id = workspace.ids.next("V");
        view.set("blocks", BlockCheck.view(view.path("blocks"), workspace.ids));
        for (String field : Set.of("private_metadata", "callback_id", "external_id")) {
            view.put(field, view.path(field).asText(""));
        }
        view.put("id", id)
                .put("team_id", me.teamId())
                .put("hash", workspace.clock.seconds() + "." + workspace.ids.next("h"))
                .put("root_view_id", id)
                .put("app_id", me.appId())
                .put("app_installed_team_id", me.teamId())
                .put("bot_id", me.botId());
        view.set("state", Json.object("values", Json.object()));
        return view;
    }
}
