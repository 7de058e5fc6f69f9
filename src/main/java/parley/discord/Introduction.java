package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Discord who the bot is, and says what to change when Discord does not know. Stateless. */
final class Introduction {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);

    /**
     * Message content for apps of any size, and for those below the size that needs a review:
     * https://discord.com/developers/docs/resources/application#application-object-application-flags.
     */
    private static final int READS_CONTENT = 1 << 18 | 1 << 19;

    private static final int UNAUTHORIZED = 401;

    private Introduction() {}

    /**
     * Who the bot is; empty when Discord does not answer just now.
     *
     * @throws IllegalStateException when Discord does not take the token, with a message that says
     *     what to change
     */
    static Optional<BotIdentity> ask(DiscordRest rest) {
        return answer(rest.get("users/@me"))
                .flatMap(user ->
                        answer(rest.get("applications/@me")).map(app -> identity(user, app)));
    }

    private static BotIdentity identity(JsonNode user, JsonNode application) {
        boolean reads = (application.path("flags").asInt() & READS_CONTENT) != 0;
        if (!reads) {
            LOG.warn(
                    "The message content intent is off: people must mention the bot in each message,"
                            + " also in its threads. Switch it on at"
                            + " https://discord.com/developers, Bot, Message Content Intent");
        }
        return new BotIdentity(
                application.path("id").asLong(),
                user.path("id").asLong(),
                user.path("username").asText(),
                reads);
    }

    private static Optional<JsonNode> answer(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode node) -> Optional.of(node);
            case Outcome.Refused<JsonNode>(int status, int code, String words) ->
                    throw new IllegalStateException(refusal(status, code, words));
            case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ -> Optional.empty();
        };
    }

    private static String refusal(int status, int code, String words) {
        return status == UNAUTHORIZED
                ? "Discord does not know DISCORD_BOT_TOKEN. Copy it again from the application's page"
                        + " at https://discord.com/developers, under Bot (Reset Token)."
                : "Discord does not say who the bot is: %s (%d %d).".formatted(words, status, code);
    }
}
