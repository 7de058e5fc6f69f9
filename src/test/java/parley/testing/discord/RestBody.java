package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import parley.testing.HttpRequest;
import parley.testing.Json;
import parley.testing.Multipart;

/**
 * What a request carries: JSON, alone or as the part {@code payload_json} of a form beside files.
 */
record RestBody(JsonNode json, List<Multipart.Part> files) {
    static final RestBody NONE = new RestBody(MissingNode.getInstance(), List.of());

    static RestBody of(HttpRequest request) {
        return switch (request.contentType()) {
            case "application/json" -> new RestBody(json(request.text()), List.of());
            case "multipart/form-data" -> form(request);
            default -> {
                if (request.body().length > 0) {
                    throw RestError.mistake(
                            400,
                            50_035,
                            "Expected \"Content-Type\" header to be one of"
                                    + " {'application/json'}.");
                }
                yield NONE;
            }
        };
    }

    private static RestBody form(HttpRequest request) {
        List<Multipart.Part> parts = parts(request);
        JsonNode json =
                parts.stream()
                        .filter(part -> part.name().filter("payload_json"::equals).isPresent())
                        .findFirst()
                        .map(part -> json(part.text()))
                        .orElse(Json.object());
        return new RestBody(json, parts.stream().filter(RestBody::isFile).toList());
    }

    private static List<Multipart.Part> parts(HttpRequest request) {
        try {
            return Multipart.parts(request);
        } catch (IllegalArgumentException unreadable) {
            throw RestError.mistake(400, 50_035, "Invalid Form Body");
        }
    }

    private static boolean isFile(Multipart.Part part) {
        return part.name().filter(name -> name.matches("files\\[[0-9]+\\]")).isPresent();
    }

    private static JsonNode json(String text) {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        return Json.parse(text)
                .orElseThrow(() ->
                        RestError.mistake(400, 50_109, "The request body contains invalid JSON."));
    }
}
