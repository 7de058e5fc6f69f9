package parley.claude;

import java.time.Duration;
import java.util.Optional;

/**
 * Where Claude is and how long to wait for it; immutable. The key is never printed.
 *
 * @param apiKey none for local servers that ask for none
 * @param baseUrl a gateway or a local server, without {@code /v1}; none means Anthropic's
 * @param connect the longest time to open a connection
 * @param silence the longest time without a byte; the server's pings count as bytes
 * @param facts the longest time that {@link Claude#facts} may take
 */
public record ClaudeSettings(
        Optional<String> apiKey,
        Optional<String> baseUrl,
        Duration connect,
        Duration silence,
        Duration facts) {
    private static final String ANTHROPIC = "https://api.anthropic.com";

    /** The settings of the program: 10 s to connect, 90 s of silence, 2 s for facts. */
    public static ClaudeSettings of(Optional<String> apiKey, Optional<String> baseUrl) {
        return new ClaudeSettings(
                apiKey,
                baseUrl,
                Duration.ofSeconds(10),
                Duration.ofSeconds(90),
                Duration.ofSeconds(2));
    }

    /** Whether there is anybody to ask; without a key and a base URL there is not. */
    public boolean reachable() {
        return apiKey.isPresent() || baseUrl.isPresent();
    }

    /** The address that requests go to. */
    public String address() {
        return baseUrl.orElse(ANTHROPIC);
    }

    public ClaudeSettings withSilence(Duration longest) {
        return new ClaudeSettings(apiKey, baseUrl, connect, longest, facts);
    }

    @Override
    public String toString() {
        return "ClaudeSettings[apiKey=%s, baseUrl=%s, connect=%s, silence=%s, facts=%s]"
                .formatted(
                        apiKey.isPresent() ? "set" : "none",
                        baseUrl.map(ServerName::of).orElse("none"),
                        connect,
                        silence,
                        facts);
    }
}
