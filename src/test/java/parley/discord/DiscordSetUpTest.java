package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.discord.Call;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Permission;

/** What the doctor says of servers that were set up well, and of some that were not. */
final class DiscordSetUpTest {
    private static final long ACME = 1_000;
    private static final long GENERAL = 1_001;
    private static final long RANDOM = 1_002;
    private static final long FORUM = 1_003;
    private static final long LAB = 2_000;

    private final FakeDiscord discord = FakeDiscord.start();

    @AfterEach
    void close() {
        discord.close();
    }

    private void acme() {
        discord.addGuild(ACME, "Acme")
                .addChannel(ACME, GENERAL, "general", ChannelKind.TEXT)
                .addChannel(ACME, RANDOM, "random", ChannelKind.NEWS)
                .addChannel(ACME, FORUM, "questions", ChannelKind.FORUM);
    }

    private DiscordSettings settings() {
        return new DiscordSettings(discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO);
    }

    /** What every check says, or throws. */
    private Map<String, String> check() {
        Map<String, String> findings = new LinkedHashMap<>();
        try (var check = new DiscordCheck(settings())) {
            check.items().forEach(item -> findings.put(item.name(), item.check().get()));
        }
        return findings;
    }

    private String permissions() {
        try (var check = new DiscordCheck(settings())) {
            return check.items().stream()
                    .filter(item -> item.name().equals("permissions"))
                    .findFirst()
                    .orElseThrow()
                    .check()
                    .get();
        }
    }

    @Test
    void serverThatInvitedTheBot_isWellAndLeftAsItWas() {
        acme();

        assertThat(check())
                .containsEntry("intents", "Message Content is on")
                .containsEntry("servers", "Acme")
                .containsEntry("permissions", "complete in 3 channels of 1 server")
                .containsEntry("commands", "none yet; Parley registers them when it starts")
                .containsKey("gateway");
        assertThat(discord.calls()).extracting(Call::method).containsOnly("GET");
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void deniedChannels_areEachNamed() {
        acme();
        discord.addGuild(LAB, "Lab")
                .addChannel(LAB, LAB + 1, "bench", ChannelKind.TEXT)
                .deny(GENERAL, Permission.SEND_MESSAGES_IN_THREADS)
                .deny(RANDOM, Permission.READ_MESSAGE_HISTORY, Permission.ATTACH_FILES)
                .deny(FORUM, Permission.SEND_MESSAGES, Permission.CREATE_PUBLIC_THREADS)
                .deny(LAB + 1, Permission.CREATE_PUBLIC_THREADS);

        assertThatThrownBy(this::permissions)
                .hasMessageStartingWith(
                        "missing in Acme #general: Send Messages in Threads;"
                                + " Acme #random: Attach Files, Read Message History;"
                                + " Lab #bench: Create Public Threads. ");
    }

    @Test
    void serverWithoutThreads_isEnough() {
        acme();
        discord.deny(GENERAL, Permission.CREATE_PUBLIC_THREADS);

        assertThat(permissions())
                .startsWith(
                        "enough in 3 channels of 1 server, but missing in Acme #general: Create"
                                + " Public Threads.");
    }

    @Test
    void hiddenAndReadOnlyChannels_areNoFault() {
        acme();
        discord.deny(GENERAL, Permission.VIEW_CHANNEL)
                .denyRole(
                        RANDOM,
                        ACME,
                        Permission.SEND_MESSAGES,
                        Permission.SEND_MESSAGES_IN_THREADS);

        assertThat(permissions()).isEqualTo("complete in 1 channel of 1 server");
    }

    @Test
    void botInvitedWithoutANumber_whereEverybodyMayNothing_lacksAll() {
        acme();
        discord.everyone(ACME, Permission.VIEW_CHANNEL).botRole(ACME, Permission.VIEW_CHANNEL);
        discord.addRole(ACME, 1_009, "Staff", Permission.SEND_MESSAGES);

        assertThatThrownBy(this::permissions)
                .hasMessageStartingWith("missing in Acme #general, #random: Send Messages, ")
                .hasMessageContaining("Acme #questions: Attach Files, Read Message History, ");
    }
}
