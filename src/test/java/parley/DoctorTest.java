package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;

final class DoctorTest {
    @TempDir Path folder;
    private final StringBuilder out = new StringBuilder();

    private int examine(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLEY_HTTP", "127.0.0.1:0");
        environment.put("PARLEY_DATABASE", "jdbc:sqlite:" + folder.resolve("parley.db"));
        environment.putAll(settings);
        return Doctor.examine(environment, out);
    }

    @Test
    void examine_nothingSet_isWellAndChangesNothing() {
        assertThat(examine(Map.of())).isZero();
        assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.startsWith("ok "));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void examine_usedDatabase_saysWhatItHolds() {
        RunningParley.start(folder, Map.of()).close();

        assertThat(examine(Map.of())).isZero();
        assertThat(out).contains("holds 0 conversations");
    }

    @Test
    void examine_databaseThatNoStartTakes_isAFault() {
        assertThat(examine(Map.of("PARLEY_DATABASE", "jdbc:sqlite:parley.db?mode=ro"))).isOne();
        assertThat(out).contains("PARLEY_DATABASE must name a plain file");
    }

    @Test
    void examine_wrongKey_isAFaultThatDoesNotShowIt() {
        try (FakeAnthropic server = FakeAnthropic.start()) {
            server.models(name -> FakeReply.status(401, "authentication_error", "no"));

            assertThat(
                            examine(
                                    Map.of(
                                            "ANTHROPIC_API_KEY",
                                            "sk-ant-hidden",
                                            "ANTHROPIC_BASE_URL",
                                            server.url())))
                    .isEqualTo(1);
        }
        assertThat(out).contains("FAULT  model").doesNotContain("hidden");
    }

    @Test
    void examine_serverWithoutModelsApi_isNoFault() {
        try (FakeAnthropic server = FakeAnthropic.start()) {
            server.models(name -> FakeReply.status(404, "not_found_error", "no such route"));

            assertThat(examine(Map.of("ANTHROPIC_BASE_URL", server.url()))).isZero();
        }
        assertThat(out).contains("does not tell whether it has claude-sonnet-5-5");
    }

    @Test
    void examine_discordAsItShouldBe_isWell() {
        try (FakeDiscord discord = FakeDiscord.start()) {
            discord.addGuild(1_000, "Acme").addChannel(1_000, 1_001, "general", ChannelKind.TEXT);

            assertThat(examine(discord(discord.apiUrl(), discord.botToken()))).isZero();
        }
        assertThat(out)
                .contains("ok     discord      @")
                .contains("ok     permissions  complete in 1 channel of 1 server")
                .contains("ok     gateway");
    }

    @Test
    void examine_discordOnNoServerAndWithoutContent_isAFaultThatSaysWhatToDo() {
        try (FakeDiscord discord = FakeDiscord.start()) {
            discord.readsContent(false);

            assertThat(examine(discord(discord.apiUrl(), discord.botToken()))).isEqualTo(1);
            assertThat(out)
                    .contains("ok     intents      Message Content is off")
                    .contains(
                            "FAULT  servers      the bot is on no server. Open"
                                    + " https://discord.com/oauth2/authorize?client_id="
                                    + discord.applicationId());
        }
    }

    @Test
    void examine_wrongDiscordToken_isAFaultThatDoesNotShowIt() {
        try (FakeDiscord discord = FakeDiscord.start()) {
            assertThat(examine(discord(discord.apiUrl(), "MTE.Gx.hidden"))).isEqualTo(1);
        }
        assertThat(out)
                .containsOnlyOnce("Discord does not know DISCORD_BOT_TOKEN")
                .doesNotContain("hidden");
    }

    private static Map<String, String> discord(String api, String token) {
        return Map.of("DISCORD_BOT_TOKEN", token, "DISCORD_API_URL", api);
    }

    @Test
    void examine_brokenPersonaUsedPortAndFolder_areFaults() throws IOException {
        Path prompts = Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(prompts.resolve("default.md"), "no header");
        Path notADatabase =
                Files.writeString(folder.resolve("parley.db"), "not a database ".repeat(90));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int status =
                    examine(
                            Map.of(
                                    "PARLEY_HTTP",
                                    "127.0.0.1:" + taken.getLocalPort(),
                                    "PARLEY_PROMPTS",
                                    prompts.toString()));
            assertThat(status).isEqualTo(1);
        }
        assertThat(notADatabase).exists();
        assertThat(out)
                .contains("FAULT  database")
                .contains("FAULT  personas")
                .contains("default.md:1")
                .contains("FAULT  address")
                .contains("PARLEY_HTTP");
    }

    @Test
    void lint_brokenFile_saysFileAndLine() throws IOException {
        Files.writeString(
                folder.resolve("default.md"), "---\nname: default\ncolour: red\n---\nHi\n");

        assertThat(Doctor.lint(Map.of("PARLEY_PROMPTS", folder.toString()), out)).isEqualTo(1);
        assertThat(out).contains("default.md:3: ").contains("colour");
    }
}
