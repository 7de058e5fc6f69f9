package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import parley.testing.Json;

/**
 * {@code attachments/refresh-urls}: addresses of attachments that are good for another day, in the
 * order asked. Discord does not describe it; bots have seen that it takes 50 at most and does not
 * look whether the file is there.
 */
final class FileRoutes {
    private static final int MOST = 50;

    private final Cdn cdn;

    FileRoutes(Cdn cdn) {
        this.cdn = cdn;
    }

    void offer(Router router) {
        router.add("POST", "attachments/refresh-urls", this::refresh);
    }

    private RestAnswer refresh(RestRequest request) {
        JsonNode asked = request.body().path("attachment_urls");
        FormErrors errors = new FormErrors();
        errors.required(request.body(), "attachment_urls", "attachment_urls");
        errors.range("attachment_urls", asked.size(), 1, MOST);
        errors.throwIfAny();
        ArrayNode refreshed = Json.array();
        asked.forEach(one ->
                refreshed.add(
                        Json.object(
                                "original",
                                one.asText(),
                                "refreshed",
                                cdn.refreshed(one.asText()))));
        return RestAnswer.ok(Json.object("refreshed_urls", refreshed));
    }
}
