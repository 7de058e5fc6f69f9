package parley;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import parley.claude.ModelId;
import parley.discord.DiscordSettings;
import parley.inbox.DispatchLimits;
import parley.slack.SlackSettings;

/**
 * What the program is told by its environment; immutable. Secrets print as stars.
 *
 * @param retentionDays for which threads are kept after their last message; empty for ever
 * @param patience how long other servers may be silent, where it is not each client's own
 */
record Settings(
        Optional<Secret> anthropicApiKey,
        Optional<URI> anthropicBaseUrl,
        String database,
        Path prompts,
        Address http,
        boolean playground,
        Optional<SlackSettings> slack,
        Optional<Secret> slackConfigToken,
        Optional<DiscordSettings> discord,
        ModelId model,
        DispatchLimits limits,
        OptionalInt retentionDays,
        Optional<Duration> patience) {
    private static final int KEPT_DAYS = 90;
    private static final int MOST_DAYS = 36_500;
    private static final int CATCH_UP_MINUTES = 60;

    /** A day. */
    private static final int MOST_CATCH_UP_MINUTES = 1_440;

    /**
     * Reads the environment and the {@code .env} file of the folder, if there is one; the
     * environment wins.
     *
     * @throws SettingsException when anything is wrong or half set
     */
    static Settings load(Map<String, String> environment, Path folder) {
        Map<String, String> values = new HashMap<>(dotenv(folder));
        values.putAll(environment);
        return read(values);
    }

    private static Map<String, String> dotenv(Path folder) {
        if (!Files.exists(folder.resolve(".env"))) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        try {
            Dotenv.configure()
                    .directory(folder.toString())
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        } catch (DotenvException e) {
            throw new SettingsException(List.of(".env: a line is not NAME=value."));
        }
        return values;
    }

    private static Settings read(Map<String, String> values) {
        SettingsReader reader = new SettingsReader(values);
        Duration catchUp =
                Duration.ofMinutes(
                        reader.number(
                                Setting.PARLEY_CATCH_UP_MINUTES,
                                CATCH_UP_MINUTES,
                                0,
                                MOST_CATCH_UP_MINUTES));
        Optional<SlackSettings> slack = SlackReader.read(reader, catchUp);
        Optional<DiscordSettings> discord = DiscordReader.read(reader, catchUp);
        reader.oneOf(Setting.PARLEY_LOG_FORMAT, "text", "json");
        reader.oneOf(Setting.PARLEY_LOG_LEVEL, "DEBUG", "INFO", "WARN", "ERROR");
        Settings settings =
                new Settings(
                        reader.secret(Setting.ANTHROPIC_API_KEY),
                        reader.url(Setting.ANTHROPIC_BASE_URL),
                        database(reader),
                        Path.of(reader.text(Setting.PARLEY_PROMPTS, "prompts")),
                        reader.parsed(Setting.PARLEY_HTTP, Address::parse)
                                .orElse(new Address("127.0.0.1", 8080)),
                        reader.onOff(
                                Setting.PARLEY_PLAYGROUND, slack.isEmpty() && discord.isEmpty()),
                        slack,
                        reader.secret(Setting.SLACK_CONFIG_TOKEN),
                        discord,
                        new ModelId(reader.text(Setting.PARLEY_MODEL, "claude-sonnet-5-5")),
                        new DispatchLimits(
                                reader.number(Setting.PARLEY_MAX_TURNS, 64, 1, 10_000),
                                reader.number(Setting.PARLEY_MAX_BACKLOG, 4_000, 1, 1_000_000)),
                        retention(reader),
                        Optional.empty());
        reader.refuseFaults();
        return settings;
    }

    /** With so much patience for the silence of Slack, Discord and the model. */
    Settings withPatience(Duration longest) {
        return new Settings(
                anthropicApiKey,
                anthropicBaseUrl,
                database,
                prompts,
                http,
                playground,
                slack.map(it -> it.withPatience(longest)),
                slackConfigToken,
                discord.map(it -> it.withPatience(longest)),
                model,
                limits,
                retentionDays,
                Optional.of(longest));
    }

    private static OptionalInt retention(SettingsReader reader) {
        return reader.parsed(Setting.PARLEY_RETENTION_DAYS, Settings::kept)
                .orElse(OptionalInt.of(KEPT_DAYS));
    }

    /** Empty for ever. */
    private static OptionalInt kept(String text) {
        if (text.equals("forever")) {
            return OptionalInt.empty();
        }
        if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= MOST_DAYS) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        throw new IllegalArgumentException("must be a number from 1 to 36500, or forever");
    }

    private static String database(SettingsReader reader) {
        String url = reader.text(Setting.PARLEY_DATABASE, "jdbc:sqlite:data/parley.db");
        if (!url.startsWith("jdbc:sqlite:") || url.length() == "jdbc:sqlite:".length()) {
            reader.fault(
                    Setting.PARLEY_DATABASE,
                    "must be jdbc:sqlite: and a file, such as jdbc:sqlite:data/parley.db");
        }
        return url;
    }
}
