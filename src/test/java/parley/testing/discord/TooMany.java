package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.testing.HttpAnswer;
import parley.testing.Json;

/**
 * Answers of HTTP 429 in all their forms. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
final class TooMany {
    private TooMany() {}

    /**
     * That of a bucket, or of everything.
     *
     * @param bucket its headers; none for the global limit
     */
    static HttpAnswer of(
            double seconds, Fault.Scope scope, Fault.Form form, Map<String, String> bucket) {
        return switch (form) {
            case USUAL -> reply(seconds, scope, usual(seconds, scope, bucket), Optional.empty());
            case NO_HEADERS -> reply(seconds, scope, Map.of("via", "1.1 google"), Optional.empty());
            case FRACTION -> {
                Map<String, String> headers = usual(seconds, scope, bucket);
                headers.put("Retry-After", Double.toString(seconds));
                yield reply(seconds, scope, headers, Optional.empty());
            }
            case CLOUDFLARE -> cloudflare(seconds);
        };
    }

    /** That of a rule which has an error code of its own. */
    static HttpAnswer of(RestError slow, double seconds, Map<String, String> bucket) {
        return reply(
                seconds,
                Fault.Scope.USER,
                usual(seconds, Fault.Scope.USER, bucket),
                Optional.of(slow));
    }

    private static Map<String, String> usual(
            double seconds, Fault.Scope scope, Map<String, String> bucket) {
        Map<String, String> headers = new LinkedHashMap<>(bucket);
        headers.put("via", "1.1 google");
        headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
        headers.put("X-RateLimit-Scope", scope.name().toLowerCase(Locale.ROOT));
        if (scope == Fault.Scope.GLOBAL) {
            headers.put("X-RateLimit-Global", "true");
        }
        return headers;
    }

    private static HttpAnswer reply(
            double seconds,
            Fault.Scope scope,
            Map<String, String> headers,
            Optional<RestError> slow) {
        ObjectNode body =
                Json.object(
                        "message",
                        slow.map(RestError::getMessage).orElse(words(scope)),
                        "retry_after",
                        seconds,
                        "global",
                        scope == Fault.Scope.GLOBAL,
                        "code",
                        slow.map(RestError::code).filter(code -> code != 0));
        HttpAnswer.Reply whole = HttpAnswer.json(body, headers);
        return new HttpAnswer.Reply(429, whole.headers(), whole.body());
    }

    private static String words(Fault.Scope scope) {
        return scope == Fault.Scope.SHARED
                ? "The resource is being rate limited."
                : "You are being rate limited.";
    }

    private static HttpAnswer cloudflare(double seconds) {
        HttpAnswer.Reply page = HttpAnswer.text(429, "text/plain", "error code: 1015");
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
        headers.put("Server", "cloudflare");
        return new HttpAnswer.Reply(429, headers, page.body());
    }
}
