package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Handlers;
import parley.chat.Membership.Group;
import parley.chat.Notice;
import parley.chat.Receipt;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.testing.EmptyOverview;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Permission;

/** What the adapter of the program can do beside answers, while it is connected and before. */
final class DiscordPowersTest {
    private static final ChannelId GENERAL = DiscordIds.thread(100, 300, 300).channel();

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(100, "Acme")
                    .addChannel(100, 300, "general", ChannelKind.TEXT)
                    .addRole(100, 7, "Helpers")
                    .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                    .addMember(100, 2, "Bob", List.of(7L))
                    .addMember(100, 3, "Eve");
    private final DiscordAdapter adapter =
            new DiscordAdapter(
                    new DiscordSettings(
                            discord.botToken(),
                            URI.create(discord.apiUrl()),
                            Duration.ZERO,
                            Set.of(7L)),
                    System::nanoTime,
                    Instant::now);

    @BeforeEach
    void nameEve() {
        discord.nickname(100, 3, "Ada");
    }

    @AfterEach
    void close() {
        adapter.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.notified()).isEmpty();
    }

    private void start() {
        adapter.start(
                new Handlers(
                        _ -> Receipt.IGNORED,
                        new ScriptedCommands(),
                        _ -> Optional.empty(),
                        new EmptyOverview(),
                        new NoWhereabouts()));
        discord.await("the servers", () -> adapter.fault().isEmpty());
    }

    private Optional<Standing> standing(long user) {
        return adapter.standing(GENERAL, DiscordIds.user(user));
    }

    @Test
    void standing_connected_isToldByTheRolesOfTheGateway() {
        start();

        assertThat(standing(1)).hasValue(Standing.ADMIN);
        assertThat(standing(2)).hasValue(Standing.ADMIN);
        assertThat(standing(3)).hasValue(Standing.OUTSIDER);
        assertThat(standing(101)).hasValue(Standing.ADMIN);
        assertThat(adapter.belongs(GENERAL, DiscordIds.user(2), "7")).isTrue();
        assertThat(adapter.group(GENERAL, "helpers")).hasValue(new Group("7", "Helpers"));
        assertThat(discord.calls("GET", "guilds/{g}")).isEmpty();
    }

    @Test
    void standing_notConnectedYet_isToldByDiscordWhenAsked() {
        assertThat(standing(1)).hasValue(Standing.ADMIN);
        assertThat(standing(3)).hasValue(Standing.OUTSIDER);
    }

    @Test
    void post_always_standsInTheChannel() {
        Notice notice =
                new Notice(
                        GENERAL, Optional.empty(), "set.1", "**Ada** set *engineer*.", List.of());

        assertThat(adapter.post(notice)).isInstanceOf(SendResult.Sent.class);
        assertThat(discord.answers(300)).hasSize(1);
    }
}
