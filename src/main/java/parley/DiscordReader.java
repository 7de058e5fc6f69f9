package parley;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import parley.discord.DiscordSettings;

/** Reads Discord's settings: complete, absent, or faults that say what to paste where. */
final class DiscordReader {
    private static final URI DISCORD = URI.create("https://discord.com/api/v10/");
    private static final int DAY = 1_440;

    private DiscordReader() {}

    static Optional<DiscordSettings> read(SettingsReader reader) {
        URI api = reader.url(Setting.DISCORD_API_URL).map(SettingsReader::folder).orElse(DISCORD);
        Duration catchUp =
                Duration.ofMinutes(reader.number(Setting.PARLEY_CATCH_UP_MINUTES, 60, 0, DAY));
        return token(reader).map(token -> new DiscordSettings(token, api, catchUp));
    }

    /** Discord shows the application's id and key beside the token, and they look alike. */
    private static Optional<String> token(SettingsReader reader) {
        Optional<String> token = reader.secret(Setting.DISCORD_BOT_TOKEN).map(Secret::value);
        if (token.isPresent() && !token.get().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            reader.fault(
                    Setting.DISCORD_BOT_TOKEN,
                    "must be the token from the application's Bot page: three parts with dots"
                            + " between");
            return Optional.empty();
        }
        return token;
    }
}
