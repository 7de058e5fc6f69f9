package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What the set-up check asks of Discord. An answer, or {@link IllegalStateException} with what is
 * wrong and how to mend it. Safe for use by many threads.
 */
final class CheckCalls implements AutoCloseable {
    private static final Duration IN_SECONDS = Duration.ofMinutes(3);

    private final DiscordRest rest;

    CheckCalls(DiscordSettings settings) {
        this.rest = DiscordRest.connect(settings, RateHeaders.UNHEARD);
    }

    /** The bot's own user. */
    JsonNode me() {
        return identified("users/@me");
    }

    JsonNode application() {
        return identified("applications/@me");
    }

    /** Whatever answers there might be no Discord at all. */
    private JsonNode identified(String path) {
        JsonNode answer = get(path);
        if (!answer.path("id").isTextual()) {
            throw new IllegalStateException(
                    "what answers at DISCORD_API_URL is not Discord. Mend it, or unset it.");
        }
        return answer;
    }

    JsonNode get(String path) {
        return switch (rest.get(path)) {
            case Outcome.Done<JsonNode>(JsonNode answer) -> answer;
            case Outcome.Refused<JsonNode> refused ->
                    throw new IllegalStateException(refusal(refused));
            case Outcome.Limited<JsonNode>(Duration pause, _) ->
                    throw new IllegalStateException(
                            "Discord asks to wait " + inWords(pause) + ". Try again then.");
            case Outcome.Lost<JsonNode>(String reason) ->
                    throw new IllegalStateException(
                            reason + ". Look at the network, the proxy and DISCORD_API_URL.");
        };
    }

    private static String refusal(Outcome.Refused<JsonNode> refused) {
        return switch (refused.status()) {
            case 401 ->
                    "Discord does not know DISCORD_BOT_TOKEN. Press Reset Token on the"
                            + " application's Bot page, and copy the new one.";
            case 404 ->
                    "Discord does not know this call ("
                            + refused.words()
                            + "). Look at DISCORD_API_URL.";
            default ->
                    "Discord refuses with status "
                            + refused.status()
                            + ": "
                            + refused.words()
                            + ".";
        };
    }

    private static String inWords(Duration pause) {
        return pause.compareTo(IN_SECONDS) < 0
                ? Math.max(1, pause.toSeconds()) + " seconds"
                : pause.toMinutes() + " minutes";
    }

    @Override
    public void close() {
        rest.close();
    }
}
