package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What the set-up check asks of Discord. An answer, or {@link IllegalStateException} with what is
 * wrong and how to mend it. Safe for use by many threads.
 */
final class CheckCalls implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int UNKNOWN = 404;
    private static final Duration LONG = Duration.ofMinutes(3);

    private final DiscordRest rest;

    /** Whether one more call would end as the last: nobody there, or nobody who knows the token. */
    private volatile boolean hopeless;

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
        if (hopeless) {
            throw new IllegalStateException("not looked at, because of the fault above");
        }
        return answer(rest.get(path));
    }

    private JsonNode answer(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode answer) -> answer;
            case Outcome.Refused<JsonNode> refused -> {
                hopeless = refused.status() == UNAUTHORIZED;
                throw new IllegalStateException(refusal(refused));
            }
            case Outcome.Limited<JsonNode>(Duration pause, _) ->
                    throw new IllegalStateException(
                            "Discord asks to wait " + inWords(pause) + ". Try again then.");
            case Outcome.Lost<JsonNode>(String reason) -> {
                hopeless = true;
                throw new IllegalStateException(
                        reason + ". Look at the network, the proxy and DISCORD_API_URL.");
            }
        };
    }

    private static String refusal(Outcome.Refused<JsonNode> refused) {
        String words = refused.words().isEmpty() ? "" : " (" + refused.words() + ")";
        return switch (refused.status()) {
            case UNAUTHORIZED ->
                    "Discord does not know DISCORD_BOT_TOKEN. Press Reset Token on the"
                            + " application's Bot page, and copy the new one.";
            case UNKNOWN ->
                    "Discord does not know this call" + words + ". Look at DISCORD_API_URL.";
            default -> "Discord refuses with status " + refused.status() + words + ".";
        };
    }

    private static String inWords(Duration pause) {
        long seconds = pause.plusMillis(999).toSeconds();
        if (seconds == 1) {
            return "1 second";
        }
        return seconds < LONG.toSeconds() ? seconds + " seconds" : seconds / 60 + " minutes";
    }

    @Override
    public void close() {
        rest.close();
    }
}
