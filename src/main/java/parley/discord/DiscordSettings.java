package parley.discord;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach Discord, and as whom. Prints without its secret.
 *
 * @param botToken of the application's bot
 * @param api the address of the REST API, ending in a slash
 * @param catchUp how far back missed questions are looked for; zero for not at all
 */
public record DiscordSettings(String botToken, URI api, Duration catchUp) {
    public DiscordSettings {
        if (!botToken.matches("[!-~]+")) {
            throw new IllegalArgumentException("the bot token holds blanks or odd characters");
        }
    }

    @Override
    public String toString() {
        return "Discord at " + api;
    }
}
