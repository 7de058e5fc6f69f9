package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Standing;
import parley.discord.GuildRoles.Role;

/** In a guild of 8, where role 1 manages it, role 2 administers it and role 3 does neither. */
final class StandingsTest {
    private static final long GUILD = 100;
    private static final long OWNER = 8;
    private static final GuildRoles ROLES =
            new GuildRoles(
                    GUILD,
                    OWNER,
                    Map.of(
                            GUILD,
                            new Role("@everyone", 1 << 10, false),
                            1L,
                            new Role("managers", 1 << 5, false),
                            2L,
                            new Role("rulers", 1 << 3, false),
                            3L,
                            new Role("team", 0, false)));

    private static Standing of(Set<Long> admins, long user, Set<Long> roles, boolean bot) {
        return new Standings(admins).of(ROLES, new ChannelPermissions.Member(user, roles), bot);
    }

    @ParameterizedTest
    @CsvSource({
        "9, 1, ADMIN",
        "9, 2, ADMIN",
        "9, 3, MEMBER",
        "9, 0, OUTSIDER",
        "8, 0, ADMIN",
        "9, 4711, MEMBER",
    })
    void member_ofTheGuild_isWhatTheirRolesSay(long user, long role, Standing standing) {
        assertThat(of(Set.of(), user, role == 0 ? Set.of() : Set.of(role), false))
                .isEqualTo(standing);
    }

    @Test
    void member_namedInTheSettings_isAnAdmin() {
        assertThat(of(Set.of(9L), 9, Set.of(), false)).isEqualTo(Standing.ADMIN);
        assertThat(of(Set.of(3L), 9, Set.of(3L), false)).isEqualTo(Standing.ADMIN);
        assertThat(of(Set.of(3L), 10, Set.of(1L, 3L), false)).isEqualTo(Standing.ADMIN);
        assertThat(of(Set.of(9L), 10, Set.of(3L), false)).isEqualTo(Standing.MEMBER);
    }

    /** The id of the guild is that of everybody's role, which no member is said to have. */
    @Test
    void member_guildNamedInTheSettings_isNoAdmin() {
        assertThat(of(Set.of(GUILD), 9, Set.of(3L), false)).isEqualTo(Standing.MEMBER);
    }

    @Test
    void bot_whateverItMay_isNoAdmin() {
        assertThat(of(Set.of(9L), 9, Set.of(2L), true)).isEqualTo(Standing.MEMBER);
    }
}
