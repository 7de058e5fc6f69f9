package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Standing;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;

/** Who may administer, from what somebody does in Discord to what the core is told, through JDA. */
final class DiscordStandingTest {
    private static final long HELPERS = 7;
    private static final long TEAM = 8;

    private DiscordSurfacesRig rig;
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addChannel(100, 300, "general", ChannelKind.TEXT)
                        .addRole(100, HELPERS, "helpers")
                        .addRole(100, TEAM, "team")
                        .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                        .addMember(100, 2, "Bob", Permission.ADMINISTRATOR)
                        .addMember(100, 3, "Eve")
                        .addMember(100, 4, "Dan", List.of(TEAM))
                        .addMember(100, 5, "Fay", List.of(HELPERS))
                        .addMember(100, 6, "Gus")
                        .nickname(100, 3, "Ada")
                        .nickname(100, 4, "Ada");
        rig = DiscordSurfacesRig.start(discord, HELPERS, 6L);
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        rig.close();
    }

    private Standing typed(long user, long channel) {
        Interaction typed = discord.forces(user, channel, "parley", "audit", Map.of());
        discord.await("the answer", () -> !typed.thinking() && !typed.privateTexts().isEmpty());
        assertThat(typed.publicTexts()).isEmpty();
        return rig.commands.getLast().standing();
    }

    @ParameterizedTest
    @CsvSource({
        "1, ADMIN", // manages the server
        "2, ADMIN", // administers it
        "101, ADMIN", // owns it
        "3, OUTSIDER", // has no role, and an admin's name
        "4, MEMBER", // has a role, and an admin's name
        "5, ADMIN", // has a role of the settings
        "6, ADMIN", // is named in the settings
    })
    void command_isRunForWhoTheyAreByTheirIds(long user, Standing standing) {
        assertThat(typed(user, 300)).isEqualTo(standing);
    }

    @Test
    void command_inDirectMessages_isNobodysWhoAdministers() {
        assertThat(typed(1, discord.dmOf(1))).isEqualTo(Standing.MEMBER);
        assertThat(typed(6, discord.dmOf(6))).isEqualTo(Standing.MEMBER);
    }

    @Test
    void command_afterARoleWasTakenAway_isNoAdminsAnyMore() {
        assertThat(typed(5, 300)).isEqualTo(Standing.ADMIN);
        discord.addMember(100, 5, "Fay", List.of(TEAM));

        assertThat(typed(5, 300)).isEqualTo(Standing.MEMBER);
    }
}
