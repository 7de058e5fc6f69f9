package parley.discord;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.adapter.Excerpt;

/** Reads what came back of a call. Stateless. */
final class RestAnswers {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Where Discord asks for a pause and names no time. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_WORDS = 300;

    private RestAnswers() {}

    /**
     * @param header gives one header's value, or null
     * @param body may be empty
     */
    static Outcome<JsonNode> read(int status, UnaryOperator<@Nullable String> header, byte[] body) {
        if (status == 429) {
            return limited(header, parsed(body));
        }
        if (status >= 400 && status < 500 && status != 408) {
            return refused(status, parsed(body).orElseGet(MissingNode::getInstance));
        }
        if (status < 200 || status >= 300) {
            return new Outcome.Lost<>("Discord answered with HTTP status " + status);
        }
        return body.length == 0
                ? new Outcome.Done<>(MissingNode.getInstance())
                : parsed(body)
                        .<Outcome<JsonNode>>map(Outcome.Done::new)
                        .orElseGet(() -> new Outcome.Lost<>("Discord's answer is not to be read"));
    }

    /** Empty for what is no JSON, such as the page of a proxy. */
    private static Optional<JsonNode> parsed(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    /**
     * Without Discord's own words it is the proxy in front of Discord, which bars this address from
     * everything.
     */
    private static Outcome<JsonNode> limited(
            UnaryOperator<@Nullable String> header, Optional<JsonNode> body) {
        Optional<Duration> asked = RateHeaders.seconds(header.apply("Retry-After"));
        Optional<Duration> told =
                body.map(node -> node.path("retry_after").asText()).flatMap(RateHeaders::seconds);
        Duration pause =
                Stream.of(asked, told)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(PAUSE);
        boolean global =
                body.isEmpty()
                        || body.get().path("global").asBoolean()
                        || "global".equals(header.apply("X-RateLimit-Scope"));
        return new Outcome.Limited<>(
                pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE, global);
    }

    private static Outcome<JsonNode> refused(int status, JsonNode body) {
        String errors = body.path("errors").isMissingNode() ? "" : " " + body.path("errors");
        return new Outcome.Refused<>(
                status,
                body.path("code").asInt(),
                Excerpt.of(body.path("message").asText() + errors, MOST_WORDS));
    }
}
