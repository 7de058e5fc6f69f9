package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Arrival;

/** Asks Discord who the bot is, and says what to change when Discord does not know. Stateless. */
final class Introduction {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);

    private static final int UNAUTHORIZED = 401;

    /** On, by review or because the bot is small: application flags 18 and 19. */
    private static final long READS_CONTENT = 1L << 18 | 1L << 19;

    static final String UNKNOWN_TOKEN =
            "Discord does not know DISCORD_BOT_TOKEN. Copy the token from the application's Bot page"
                    + " (https://discord.com/developers/applications); \"Reset Token\" there makes a"
                    + " new one.";

    private Introduction() {}

    /**
     * Who the bot is, if Discord answers just now.
     *
     * @throws IllegalStateException when Discord does not take the token, with a message that says
     *     what to change
     * @see <a
     *     href="https://discord.com/developers/docs/resources/application#application-object-application-flags">Application
     *     flags</a>
     */
    static Arrival.Word<BotIdentity> ask(DiscordRest rest) {
        return switch (answer(rest, "users/@me")) {
            case Arrival.Word.Later<JsonNode>(Duration pause) -> new Arrival.Word.Later<>(pause);
            case Arrival.Word.Known<JsonNode>(JsonNode user) -> identity(user, rest);
        };
    }

    private static Arrival.Word<BotIdentity> identity(JsonNode user, DiscordRest rest) {
        return switch (answer(rest, "applications/@me")) {
            case Arrival.Word.Later<JsonNode>(Duration pause) -> new Arrival.Word.Later<>(pause);
            case Arrival.Word.Known<JsonNode>(JsonNode application) ->
                    new Arrival.Word.Known<>(identity(user, application));
        };
    }

    private static BotIdentity identity(JsonNode user, JsonNode application) {
        boolean reads = (application.path("flags").asLong() & READS_CONTENT) != 0;
        if (!reads) {
            LOG.warn(
                    "Message Content Intent is off: Parley hears direct messages and mentions only, in"
                            + " its threads too. Switch it on, on the application's Bot page"
                            + " (https://discord.com/developers/applications)");
        }
        return new BotIdentity(
                application.path("id").asLong(),
                user.path("id").asLong(),
                user.path("username").asText("Parley"),
                reads);
    }

    private static Arrival.Word<JsonNode> answer(DiscordRest rest, String path) {
        return switch (rest.get(path)) {
            case Outcome.Done<JsonNode>(JsonNode told) -> new Arrival.Word.Known<>(told);
            case Outcome.Refused<JsonNode> refused ->
                    throw new IllegalStateException(refusal(refused));
            case Outcome.Limited<JsonNode>(Duration pause, _) -> new Arrival.Word.Later<>(pause);
            case Outcome.Lost<JsonNode> _ -> new Arrival.Word.Later<>(Duration.ZERO);
        };
    }

    private static String refusal(Outcome.Refused<JsonNode> refused) {
        return refused.status() == UNAUTHORIZED
                ? UNKNOWN_TOKEN
                : "Discord does not say who the bot is: HTTP status %d %s"
                        .formatted(refused.status(), refused.words());
    }
}
