package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import parley.testing.Json;

/** views.open, push, update and publish. */
final class ViewMethods {
    private final Workspace workspace;

    ViewMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.bot(
                        "views.open",
                        Tier.FOUR,
                        "",
                        "trigger_id* view* interactivity_pointer",
                        this::open),
                ApiMethod.bot(
                        "views.push",
                        Tier.FOUR,
                        "",
                        "trigger_id* view* interactivity_pointer",
                        this::open),
                ApiMethod.bot(
                        "views.update",
                        Tier.FOUR,
                        "",
                        "view_id external_id view* hash",
                        this::update),
                ApiMethod.bot(
                        "views.publish",
                        Tier.FOUR,
                        "",
                        "user_id* view* hash interactivity_pointer",
                        this::publish));
    }

    private ObjectNode open(Arguments arguments) {
        ObjectNode view = ViewCheck.modal(view(arguments), workspace);
        workspace.views.open(workspace.triggers.take(arguments.need("trigger_id")), view);
        return Json.object("view", view);
    }

    private ObjectNode update(Arguments arguments) {
        String id = arguments.need("view_id");
        ObjectNode old = workspace.views.find(id).orElseThrow(() -> ApiError.refusal("not_found"));
        hash(arguments, old);
        ObjectNode view =
                old.path("type").asText().equals("home")
                        ? ViewCheck.home(view(arguments), workspace)
                        : ViewCheck.modal(view(arguments), workspace);
        view.put("id", id);
        workspace.views.replace(id, view);
        return Json.object("view", view);
    }

    private ObjectNode publish(Arguments arguments) {
        String user = arguments.need("user_id");
        if (!workspace.people.containsKey(user)) {
            throw ApiError.mistake("user_not_found", user);
        }
        ObjectNode view = ViewCheck.home(view(arguments), workspace);
        workspace
                .views
                .home(user)
                .ifPresent(old -> {
                    hash(arguments, old);
                    view.put("id", old.path("id").asText());
                });
        workspace.views.publish(user, view);
        return Json.object("view", view);
    }

    private static void hash(Arguments arguments, JsonNode old) {
        arguments
                .find("hash")
                .filter(hash -> !hash.equals(old.path("hash").asText()))
                .ifPresent(hash -> {
                    throw ApiError.refusal("hash_conflict");
                });
    }

    private static JsonNode view(Arguments arguments) {
        return arguments.json("view", "invalid_arguments").orElseGet(Json::object);
    }
}
