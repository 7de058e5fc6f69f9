package parley;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.discord.DiscordSettings;

/** Reads Discord's settings: complete, absent, or faults that say what to paste where. */
final class DiscordReader {
    private static final URI DISCORD = URI.create("https://discord.com/api/v10/");

    private DiscordReader() {}

    static Optional<DiscordSettings> read(SettingsReader reader, Duration catchUp) {
        URI api = reader.url(Setting.DISCORD_API_URL).map(SettingsReader::folder).orElse(DISCORD);
        Set<Long> admins =
                reader.parsed(Setting.DISCORD_ADMINS, DiscordReader::ids).orElse(Set.of());
        return token(reader).map(token -> new DiscordSettings(token, api, catchUp, admins));
    }

    private static Set<Long> ids(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(DiscordReader::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A snowflake: discord.com/developers/docs/reference#snowflakes. */
    private static long id(String text) {
        try {
            long id = Long.parseUnsignedLong(text);
            if (id != 0 && !text.startsWith("+")) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Said below, together with other numbers that are no ids.
        }
        throw new IllegalArgumentException(
                "must be ids of people or roles, divided by commas, and '"
                        + text
                        + "' is none: an id is a number such as 802387236511358976. In Discord,"
                        + " switch on Settings, Advanced, Developer Mode, then right-click the"
                        + " person or the role and copy its id");
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
