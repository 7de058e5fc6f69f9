package parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.discord.DiscordSettings;

final class SettingsTest {
    @TempDir Path folder;

    @Test
    void load_nothingSet_hasDefaults() {
        Settings settings = Settings.load(Map.of(), folder);

        assertThat(settings.anthropicApiKey()).isEmpty();
        assertThat(settings.anthropicBaseUrl()).isEmpty();
        assertThat(settings.database()).isEqualTo("jdbc:sqlite:data/parley.db");
        assertThat(settings.prompts()).isEqualTo(Path.of("prompts"));
        assertThat(settings.http()).isEqualTo(new Address("127.0.0.1", 8080));
        assertThat(settings.playground()).isTrue();
        assertThat(settings.model().value()).isEqualTo("claude-sonnet-5-5");
        assertThat(settings.limits().turns()).isEqualTo(64);
        assertThat(settings.limits().backlog()).isEqualTo(4_000);
        assertThat(settings.retentionDays()).hasValue(90);
    }

    @Test
    void load_retention_isDaysOrForever() {
        assertThat(Settings.load(Map.of("PARLEY_RETENTION_DAYS", "36500"), folder).retentionDays())
                .hasValue(36_500);
        assertThat(
                        Settings.load(Map.of("PARLEY_RETENTION_DAYS", "forever"), folder)
                                .retentionDays())
                .isEmpty();
    }

    @Test
    void load_dotenvAndEnvironment_environmentWins() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                """
                # a comment
                PARLEY_MODEL=claude-opus-5-5
                PARLEY_HTTP="127.0.0.1:0"
                """);

        Settings settings = Settings.load(Map.of("PARLEY_MODEL", "claude-haiku-5-5"), folder);

        assertThat(settings.model().value()).isEqualTo("claude-haiku-5-5");
        assertThat(settings.http().port()).isZero();
    }

    @Test
    void load_emptyValue_countsAsNotSet() {
        assertThat(Settings.load(Map.of("ANTHROPIC_API_KEY", " "), folder).anthropicApiKey())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARLEY_HTTP|8080|PARLEY_HTTP: write host:port, such as 127.0.0.1:8080.",
                "PARLEY_HTTP|::1:8080|PARLEY_HTTP: write an IPv6 host in brackets: [::1]:8080.",
                "PARLEY_HTTP|localhost:99999|PARLEY_HTTP: the port must be a number from 0 to 65535.",
                "PARLEY_PLAYGROUND|maybe|PARLEY_PLAYGROUND: must be on or off.",
                "PARLEY_MAX_TURNS|0|PARLEY_MAX_TURNS: must be a number from 1 to 10000.",
                "PARLEY_RETENTION_DAYS|0|PARLEY_RETENTION_DAYS: must be a number from 1 to 36500, or forever.",
                "PARLEY_RETENTION_DAYS|36501|PARLEY_RETENTION_DAYS: must be a number from 1 to 36500, or forever.",
                "PARLEY_LOG_FORMAT|xml|PARLEY_LOG_FORMAT: must be text or json.",
                "ANTHROPIC_BASE_URL|localhost:11434|ANTHROPIC_BASE_URL: must be an address such as https://example.org/.",
                "PARLEY_DATABASE|jdbc:mysql:x|PARLEY_DATABASE: must be jdbc:sqlite: and a file, such as jdbc:sqlite:data/parley.db.",
                "SLACK_BOT_TOKEN|xoxb-1|SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it.",
                "SLACK_APP_TOKEN|xapp-1|SLACK_APP_TOKEN: needs SLACK_BOT_TOKEN beside it.",
                "SLACK_SIGNING_SECRET|abc|SLACK_SIGNING_SECRET: needs SLACK_BOT_TOKEN beside it.",
                "DISCORD_API_URL|discord.com/api|DISCORD_API_URL: must be an address such as https://example.org/.",
                "SLACK_ADMINS|U012AB3CD,ada|SLACK_ADMINS: ada is no id; write ids of people (U012AB3CD: their profile, Copy member ID) and of user groups (S0614TZR7) with commas between.",
                "PARLEY_CATCH_UP_MINUTES|1441|PARLEY_CATCH_UP_MINUTES: must be a number from 0 to 1440.",
                "PARLEY_CATCH_UP_MINUTES|-1|PARLEY_CATCH_UP_MINUTES: must be a number from 0 to 1440.",
            })
    void load_wrongValue_saysVariableAndMend(String name, String value, String fault) {
        assertThatThrownBy(() -> Settings.load(Map.of(name, value), folder))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.faults()).containsExactly(fault));
    }

    @Test
    void load_severalFaults_oneLineEach() {
        Map<String, String> wrong = Map.of("PARLEY_HTTP", "x", "PARLEY_MAX_TURNS", "many");

        assertThatThrownBy(() -> Settings.load(wrong, folder))
                .isInstanceOfSatisfying(
                        SettingsException.class, e -> assertThat(e.faults()).hasSize(2));
    }

    @Test
    void load_keyWithSpace_isRefusedWithoutShowingIt() {
        assertThatThrownBy(
                        () -> Settings.load(Map.of("ANTHROPIC_API_KEY", "sk-ant secret"), folder))
                .hasMessageStartingWith("ANTHROPIC_API_KEY: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void load_slackTokens_startSlackAndNoPlayground() {
        Map<String, String> slack =
                Map.of(
                        "SLACK_BOT_TOKEN", "xoxb-hidden",
                        "SLACK_APP_TOKEN", "xapp-hidden",
                        "SLACK_API_URL", "http://127.0.0.1:9/api");

        Settings settings = Settings.load(slack, folder);

        assertThat(settings.slack().orElseThrow().api())
                .isEqualTo(URI.create("http://127.0.0.1:9/api/"));
        assertThat(settings.playground()).isFalse();
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void load_userTokenOfSlack_saysWhichTokenIsMeant() {
        Map<String, String> slack =
                Map.of("SLACK_BOT_TOKEN", "xoxp-1", "SLACK_APP_TOKEN", "xapp-1");

        assertThatThrownBy(() -> Settings.load(slack, folder))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e ->
                                assertThat(e.faults())
                                        .containsExactly(
                                                "SLACK_BOT_TOKEN: must be the Bot User OAuth Token,"
                                                        + " which begins with xoxb-."));
    }

    @Test
    void load_discordToken_startsDiscordAndNoPlayground() {
        Settings settings =
                Settings.load(Map.of("DISCORD_BOT_TOKEN", "MTIz.G1x-_y.hidden"), folder);

        DiscordSettings discord = settings.discord().orElseThrow();
        assertThat(discord.botToken()).isEqualTo("MTIz.G1x-_y.hidden");
        assertThat(discord.api()).isEqualTo(URI.create("https://discord.com/api/v10/"));
        assertThat(discord.catchUp()).isEqualTo(Duration.ofHours(1));
        assertThat(
                        Settings.load(
                                        Map.of(
                                                "SLACK_BOT_TOKEN", "xoxb-1",
                                                "SLACK_APP_TOKEN", "xapp-1",
                                                "PARLEY_CATCH_UP_MINUTES", "30"),
                                        folder)
                                .slack()
                                .orElseThrow()
                                .catchUp())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.playground()).isFalse();
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void load_discordAndPlayground_areBothThereWhenAskedFor() {
        Map<String, String> discord =
                Map.of(
                        "DISCORD_BOT_TOKEN", "MTIz.G1x.y",
                        "DISCORD_API_URL", "http://127.0.0.1:9/api/v10",
                        "PARLEY_CATCH_UP_MINUTES", "0",
                        "PARLEY_PLAYGROUND", "on");

        Settings settings = Settings.load(discord, folder);

        assertThat(settings.discord())
                .contains(
                        new DiscordSettings(
                                "MTIz.G1x.y",
                                URI.create("http://127.0.0.1:9/api/v10/"),
                                Duration.ZERO));
        assertThat(settings.playground()).isTrue();
    }

    @Test
    void load_discordAdmins_areTheIdsOfPeopleAndRoles() {
        Map<String, String> discord =
                Map.of(
                        "DISCORD_BOT_TOKEN", "MTIz.G1x.y",
                        "DISCORD_ADMINS", " 802387236511358976, 18446744073709551615 ,");

        assertThat(Settings.load(discord, folder).discord().orElseThrow().admins())
                .containsExactlyInAnyOrder(802387236511358976L, -1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "<@12>", "12 13", "0", "-5", "+5", "18446744073709551616"})
    void load_discordAdminsThatAreNoIds_saysHowToCopyOne(String wrong) {
        Map<String, String> discord =
                Map.of("DISCORD_BOT_TOKEN", "MTIz.G1x.y", "DISCORD_ADMINS", "12," + wrong);

        assertThatThrownBy(() -> Settings.load(discord, folder))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e ->
                                assertThat(e.faults())
                                        .singleElement()
                                        .asString()
                                        .startsWith("DISCORD_ADMINS: must be ids")
                                        .contains("'" + wrong + "'", "Developer Mode"));
    }

    /** The application's id, its public key, its client secret, and tokens that lost a part. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1123581321345589144",
                "3a5b7c9d1e3f5a7b9c1d3e5f7a9b1c3d5e7f9a1b3c5d7e9f1a3b5c7d9e1f3a5b",
                "Qx7ZsecretQx7Z_-Qx7Z",
                "MTIz.G1x",
                "MTIz..y",
            })
    void load_otherThanADiscordBotToken_saysWhichIsMeantWithoutShowingIt(String wrong) {
        assertThatThrownBy(() -> Settings.load(Map.of("DISCORD_BOT_TOKEN", wrong), folder))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e ->
                                assertThat(e.faults())
                                        .containsExactly(
                                                "DISCORD_BOT_TOKEN: must be the token from the"
                                                        + " application's Bot page: three parts"
                                                        + " with dots between."));
    }

    @Test
    void load_discordTokenWithItsPrefix_isRefusedWithoutShowingIt() {
        Map<String, String> prefixed = Map.of("DISCORD_BOT_TOKEN", "Bot MTIz.G1x.secret");

        assertThatThrownBy(() -> Settings.load(prefixed, folder))
                .hasMessageStartingWith("DISCORD_BOT_TOKEN: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void toString_neverShowsTheKey() {
        Settings settings = Settings.load(Map.of("ANTHROPIC_API_KEY", "sk-ant-hidden"), folder);

        assertThat(settings.anthropicApiKey().orElseThrow().value()).isEqualTo("sk-ant-hidden");
        assertThat(settings.toString()).doesNotContain("hidden").contains("***");
    }

    @Test
    void envExample_listsEverySettingAndNoOther() throws IOException {
        var listed =
                Pattern.compile("^# ([A-Z]+_[A-Z_]+)=", Pattern.MULTILINE)
                        .matcher(Files.readString(Path.of(".env.example")))
                        .results()
                        .map(match -> match.group(1))
                        .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Setting.values()).map(Enum::name).toList());
    }
}
