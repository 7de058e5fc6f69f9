package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Looks whether Discord is set up as Parley needs it; changes nothing and opens no gateway
 * connection, because of those Discord allows a thousand a day. Each check returns what is well, or
 * throws {@link IllegalStateException} with what is wrong and how to mend it.
 */
public final class DiscordCheck implements AutoCloseable {
    private static final int SLASH_COMMAND = 1;

    /** On, by review or because the bot is small: application flags 18 and 19. */
    private static final long READS_CONTENT = 1L << 18 | 1L << 19;

    private final CheckCalls api;
    private final ServerCheck servers;

    public DiscordCheck(DiscordSettings settings) {
        this.api = new CheckCalls(settings);
        this.servers = new ServerCheck(api);
    }

    /** A check and what it looks at. */
    public record Item(String name, Supplier<String> check) {}

    /** Every check, in the order in which faults are best mended. */
    public List<Item> items() {
        return List.of(
                new Item("discord", this::token),
                new Item("intents", this::intents),
                new Item("servers", servers::names),
                new Item("permissions", servers::permissions),
                new Item("commands", this::commands),
                new Item("gateway", this::gateway));
    }

    private String token() {
        JsonNode me = api.me();
        return "@"
                + me.path("username").asText()
                + " ("
                + me.path("id").asText()
                + ") of the application "
                + api.application().path("name").asText();
    }

    /**
     * @see <a
     *     href="https://discord.com/developers/docs/resources/application#application-object-application-flags">Application
     *     flags</a>
     * @see <a href="https://discord.com/developers/docs/events/gateway#message-content-intent">What
     *     is lost without</a>
     */
    private String intents() {
        JsonNode application = api.application();
        if ((application.path("flags").asLong() & READS_CONTENT) != 0) {
            return "Message Content is on";
        }
        return "Message Content is off: Parley reads only direct messages and those that mention it."
                + " Lost are follow-ups in threads without a mention, replies without a ping, and"
                + " what was said in a thread before. To have them, switch it on under Privileged"
                + " Gateway Intents at https://discord.com/developers/applications/"
                + application.path("id").asText()
                + "/bot, then start Parley again.";
    }

    private String commands() {
        JsonNode application = api.application();
        String elsewhere = application.path("interactions_endpoint_url").asText("");
        if (!elsewhere.isEmpty()) {
            throw new IllegalStateException(
                    "Discord sends commands and buttons to "
                            + elsewhere
                            + " and not to Parley. Empty Interactions Endpoint URL on the"
                            + " application's General Information page.");
        }
        JsonNode commands =
                api.get("applications/" + application.path("id").asText() + "/commands");
        return commands.isEmpty()
                ? "none yet; Parley registers them when it starts"
                : StreamSupport.stream(commands.spliterator(), false)
                        .map(DiscordCheck::label)
                        .collect(Collectors.joining(", "));
    }

    private static String label(JsonNode command) {
        String name = command.path("name").asText();
        return command.path("type").asInt(SLASH_COMMAND) == SLASH_COMMAND ? "/" + name : name;
    }

    /**
     * @see <a
     *     href="https://discord.com/developers/docs/events/gateway#session-start-limit-object">Session
     *     start limit</a>
     */
    private String gateway() {
        JsonNode limit = api.get("gateway/bot").path("session_start_limit");
        int left = limit.path("remaining").asInt();
        if (left > 0) {
            return left + " of " + limit.path("total").asInt() + " starts left today";
        }
        throw new IllegalStateException(
                "every start of this day is used up. Wait "
                        + Duration.ofMillis(limit.path("reset_after").asLong()).toMinutes()
                        + " minutes, and look for what restarts Parley, or uses its token too.");
    }

    @Override
    public void close() {
        api.close();
    }
}
