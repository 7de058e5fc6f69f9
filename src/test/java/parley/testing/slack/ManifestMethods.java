package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import parley.testing.Json;

/** apps.manifest.validate and export, with the token of the app's configuration. */
final class ManifestMethods {
    private final Workspace workspace;

    ManifestMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.of(
                        "apps.manifest.validate",
                        Tier.THREE,
                        TokenKind.CONFIG,
                        "",
                        "manifest* app_id",
                        true,
                        this::validate),
                ApiMethod.of(
                        "apps.manifest.export",
                        Tier.THREE,
                        TokenKind.CONFIG,
                        "",
                        "app_id*",
                        true,
                        this::export));
    }

    private ObjectNode validate(Arguments arguments) {
        JsonNode manifest = arguments.json("manifest", "invalid_manifest").orElseGet(Json::object);
        List<JsonNode> faults = ManifestCheck.faults(manifest);
        if (!faults.isEmpty()) {
            throw ApiError.refusal("invalid_manifest", Json.object("errors", faults));
        }
        return Json.object("errors", faults);
    }

    private ObjectNode export(Arguments arguments) {
        if (!arguments.need("app_id").equals(workspace.me.appId())) {
            throw ApiError.refusal("app_not_found");
        }
        return workspace
                .manifest
                .map(manifest -> Json.object("manifest", manifest))
                .orElseThrow(() -> ApiError.refusal("failed_export"));
    }
}
