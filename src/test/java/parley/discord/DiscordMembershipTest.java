package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.ChannelId;
import parley.chat.Membership.Group;
import parley.chat.Standing;
import parley.testing.ManualTicker;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;

/** Who people are, as Discord says when it is asked. */
final class DiscordMembershipTest {
    private static final String MEMBER = "guilds/{g}/members/{u}";
    private static final String GUILD = "guilds/{g}";
    private static final long TEAM = 7;
    private static final ChannelId GENERAL = DiscordIds.thread(100, 300, 300).channel();

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(100, "Acme")
                    .addChannel(100, 300, "general", ChannelKind.TEXT)
                    .addRole(100, TEAM, "The Team")
                    .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                    .addMember(100, 2, "Bob", List.of(TEAM))
                    .addMember(100, 3, "Eve");
    private final DiscordRest rest =
            DiscordRest.connect(
                    new DiscordSettings(
                            discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO),
                    RateHeaders.UNHEARD);
    private final DiscordMembership membership =
            new DiscordMembership(rest, _ -> Optional.empty(), new Standings(Set.of()), ticker);

    @BeforeEach
    void nameEve() {
        discord.nickname(100, 3, "Ada");
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        rest.close();
        discord.close();
    }

    private Optional<Standing> standing(long user) {
        return membership.standing(GENERAL, DiscordIds.user(user));
    }

    private boolean belongs(long user, String group) {
        return membership.belongs(GENERAL, DiscordIds.user(user), group);
    }

    private int calls(String route) {
        return discord.calls("GET", route).size();
    }

    @Test
    void standing_ofPeople_isWhatTheirIdsAreToTheServer() {
        assertThat(standing(1)).hasValue(Standing.ADMIN);
        assertThat(standing(2)).hasValue(Standing.MEMBER);
        assertThat(standing(3)).hasValue(Standing.OUTSIDER);
        assertThat(standing(101)).hasValue(Standing.ADMIN); // the owner
        assertThat(standing(discord.botId())).hasValue(Standing.MEMBER);
    }

    @Test
    void standing_ofWhoIsNotThere_isAnOutsiders() {
        assertThat(standing(4711)).hasValue(Standing.OUTSIDER);
    }

    @Test
    void standing_inDirectMessages_isAMembers() {
        ChannelId direct = DiscordIds.direct(900).channel();

        assertThat(membership.standing(direct, DiscordIds.user(1))).hasValue(Standing.MEMBER);
        assertThat(membership.belongs(direct, DiscordIds.user(1), "7")).isFalse();
        assertThat(membership.group(direct, "The Team")).isEmpty();
        assertThat(discord.calls()).isEmpty();
    }

    @Test
    void standing_askedAgainWithinAMinute_isRemembered() {
        standing(2);
        ticker.advance(Duration.ofSeconds(59));
        standing(2);
        belongs(2, "7");

        assertThat(calls(MEMBER)).isEqualTo(1);
        assertThat(calls(GUILD)).isEqualTo(1);
    }

    @Test
    void standing_aMinuteLater_isAskedAnew() {
        standing(3);
        discord.addMember(100, 3, "Eve", List.of(TEAM));
        ticker.advance(Duration.ofSeconds(61));

        assertThat(standing(3)).hasValue(Standing.MEMBER);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void standing_discordCannotSay_isEmpty(Fault fault) {
        discord.faults().always("GET", MEMBER, fault);

        assertThat(standing(1)).isEmpty();
        assertThat(belongs(2, "7")).isFalse();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.Reset(),
                new Fault.Status(502),
                new Fault.RateLimited(2),
                new Fault.Refused(403, 50_001, "Missing Access"));
    }

    @Test
    void standing_rolesCannotBeRead_isEmptyAndNoAdmins() {
        discord.faults().always("GET", GUILD, new Fault.Status(502));

        assertThat(standing(1)).isEmpty();
    }

    @Test
    void standing_rateLimited_asksNothingForThatLong() {
        discord.faults().next("GET", MEMBER, new Fault.RateLimited(5));
        standing(1);
        ticker.advance(Duration.ofSeconds(4));
        standing(1);
        int before = calls(MEMBER);
        ticker.advance(Duration.ofSeconds(2));

        assertThat(standing(1)).hasValue(Standing.ADMIN);
        assertThat(before).isEqualTo(1);
    }

    @Test
    void belongs_byTheIdOfARole_notByItsName() {
        assertThat(belongs(2, "7")).isTrue();
        assertThat(belongs(3, "7")).isFalse();
        assertThat(belongs(4711, "7")).isFalse();
        assertThat(belongs(2, "The Team")).isFalse();
        assertThat(belongs(2, "100")).isFalse(); // everybody's role
    }

    @ParameterizedTest
    @ValueSource(strings = {"<@&7>", "7", "The Team", "the team", " @THE TEAM "})
    void group_namedInWhateverWay_isTheRole(String words) {
        assertThat(membership.group(GENERAL, words)).hasValue(new Group("7", "The Team"));
    }

    /** Of no role, of a person, of everybody, of a bot. */
    @ParameterizedTest
    @ValueSource(strings = {"", "@", "team", "8", "<@7>", "100", "@everyone", "<@&100>", "Parley"})
    void group_namedOtherwise_isNone(String words) {
        assertThat(membership.group(GENERAL, words)).isEmpty();
    }

    @Test
    void roles_toldByTheGateway_areNotAskedFor() {
        var roles = new GuildRoles(100, 2, Map.of());
        var told =
                new DiscordMembership(
                        rest, _ -> Optional.of(roles), new Standings(Set.of()), ticker);

        assertThat(told.standing(GENERAL, DiscordIds.user(2))).hasValue(Standing.ADMIN);
        assertThat(calls(GUILD)).isZero();
    }
}
