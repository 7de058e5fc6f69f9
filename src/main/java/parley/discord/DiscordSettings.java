package parley.discord;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * How to reach Discord, and as whom. Prints without its secret.
 *
 * @param botToken of the application's bot
 * @param api the address of the REST API, ending in a slash
 * @param catchUp how far back missed questions are looked for; zero for not at all
 * @param admins ids of people and roles that administer the bot beside those who manage the server
 * @param patience how long Discord may be silent in one call
 */
public record DiscordSettings(
        String botToken, URI api, Duration catchUp, Set<Long> admins, Duration patience) {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    public DiscordSettings {
        if (!botToken.matches("[!-~]+")) {
            throw new IllegalArgumentException("the bot token holds blanks or odd characters");
        }
        admins = Set.copyOf(admins);
    }

    /** The settings of the program: 10 s of silence. */
    public DiscordSettings(String botToken, URI api, Duration catchUp, Set<Long> admins) {
        this(botToken, api, catchUp, admins, SILENCE);
    }

    /** With no admins but those who manage a server. */
    public DiscordSettings(String botToken, URI api, Duration catchUp) {
        this(botToken, api, catchUp, Set.of());
    }

    /** With so much patience for Discord's silence. */
    public DiscordSettings withPatience(Duration longest) {
        return new DiscordSettings(botToken, api, catchUp, admins, longest);
    }

    @Override
    public String toString() {
        return "Discord at " + api;
    }
}
