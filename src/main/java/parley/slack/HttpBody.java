package parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what the body of an HTTP request is: an event's JSON, or the form of anything else. */
final class HttpBody {
    private HttpBody() {}

    /** Empty for what is neither; never throws. */
    static Optional<Payload> read(String body) {
        try {
            return body.stripLeading().startsWith("{") ? json(body) : form(body);
        } catch (JsonParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Payload> json(String text) {
        return Optional.of(JsonParser.parseString(text))
                .filter(JsonElement::isJsonObject)
                .map(json -> Payload.of(json.getAsJsonObject()));
    }

    private static Optional<Payload> form(String body) {
        return field(body, "payload")
                .flatMap(HttpBody::json)
                .or(() -> field(body, "command").map(_ -> command(body)))
                .or(() -> field(body, "ssl_check").map(_ -> probe()));
    }

    /** The same fields as in Socket Mode. */
    private static Payload command(String body) {
        JsonObject json = new JsonObject();
        for (String name : List.of("command", "channel_id", "user_id")) {
            field(body, name).ifPresent(value -> json.addProperty(name, value));
        }
        return Payload.of(json);
    }

    /** Slack looks now and then whether the certificate of a command's address is good. */
    private static Payload probe() {
        return new Payload(Payload.Kind.UNKNOWN, "ssl_check", Optional.empty());
    }

    private static Optional<String> field(String body, String name) {
        return Stream.of(body.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst();
    }
}
