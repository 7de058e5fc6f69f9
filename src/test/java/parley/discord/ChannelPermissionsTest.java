package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.discord.ChannelPermissions.Member;
import parley.discord.ChannelPermissions.Overwrite;
import parley.discord.GuildRoles.Role;

/**
 * Discord's order of permissions, step by step. A letter is a permission: v(iew), s(end), t (send
 * in threads), A(dministrator). The guild has {@code @everyone}, the roles 1 and 2, and the member
 * 9.
 */
final class ChannelPermissionsTest {
    private static final long GUILD = 100;
    private static final long OWNER = 8;
    private static final long MEMBER = 9;

    private static long bits(String letters) {
        return letters.chars().mapToLong(ChannelPermissionsTest::bit).reduce(0, (a, b) -> a | b);
    }

    private static long bit(int letter) {
        return switch (letter) {
            case 'v' -> DiscordPermission.VIEW_CHANNEL.mask();
            case 's' -> DiscordPermission.SEND_MESSAGES.mask();
            case 't' -> DiscordPermission.SEND_MESSAGES_IN_THREADS.mask();
            case 'A' -> 8;
            case '-' -> 0;
            default -> throw new AssertionError(letter);
        };
    }

    private static String letters(ChannelPermissions permissions) {
        StringBuilder letters = new StringBuilder();
        "vst"
                .chars()
                .filter(letter -> (permissions.bits() & bit(letter)) != 0)
                .forEach(letters::appendCodePoint);
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private static GuildRoles guild(String everyone, String first, String second) {
        return new GuildRoles(
                GUILD,
                OWNER,
                Map.of(
                        GUILD,
                        new Role("@everyone", bits(everyone), false),
                        1L,
                        new Role("first", bits(first), false),
                        2L,
                        new Role("second", bits(second), false)));
    }

    /** Such as {@code everyone-s 1+st 9-v}. */
    private static List<Overwrite> overwrites(String words) {
        List<Overwrite> overwrites = new ArrayList<>();
        for (String word : words.isBlank() ? new String[0] : words.split(" ")) {
            int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
            long id = word.startsWith("everyone") ? GUILD : Long.parseLong(word.substring(0, sign));
            long bits = bits(word.substring(sign + 1));
            boolean allow = word.charAt(sign) == '+';
            overwrites.add(new Overwrite(id, allow ? bits : 0, allow ? 0 : bits));
        }
        return overwrites;
    }

    private static Set<Long> roles(String digits) {
        Set<Long> roles = new HashSet<>();
        digits.replace("-", "").chars().forEach(digit -> roles.add((long) digit - '0'));
        return roles;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what                                  everyone|role 1|role 2|has|overwrites
                //      |may
                "everyone's alone                             |vst|-  |-  |- |                          |vst",
                "a role's are added                           |v  |s  |t  |12|                          |vst",
                "roles one has not do not count               |v  |s  |t  |2 |                          |vt",
                "a role that is gone counts nothing           |v  |s  |t  |7 |                          |v",
                "everyone's overwrite takes                   |vst|-  |-  |- |everyone-s                |vt",
                "and takes what a role gives in the guild     |v  |s  |-  |1 |everyone-s                |v",
                "everyone's overwrite gives                   |v  |-  |-  |- |everyone+st               |vst",
                "a role's overwrite wins over everyone's      |v  |-  |-  |1 |everyone-s 1+s            |vs",
                "and so when it takes                         |vst|-  |-  |1 |everyone+s 1-s            |vt",
                "among roles what is given stays given        |vs |-  |-  |12|1-s 2+s                   |vs",
                "in whatever order they come                  |vs |-  |-  |12|2+s 1-s                   |vs",
                "overwrites of others' roles do not count     |vs |-  |-  |2 |1-s                       |vs",
                "a member's overwrite wins over a role's      |v  |-  |-  |1 |1-s 9+s                   |vs",
                "and so when it takes                         |v  |-  |-  |1 |1+st 9-t                  |vs",
                "overwrites of other members do not count     |vs |-  |-  |- |7-s                       |vs",
                "all steps together                           |vt |s  |-  |1 |everyone-vt 1+v 9+t       |vst",
                "who does not see a channel may do nothing    |vst|-  |-  |- |everyone-v                |-",
                "nor when more is given to them there         |s  |-  |-  |- |everyone+st               |-",
                "an administrator may do everything           |-  |A  |-  |1 |everyone-vst 1-vst 9-vst  |vst",
                "also by everyone's role                      |A  |-  |-  |- |everyone-v                |vst",
                "a channel makes no administrator             |v  |-  |-  |1 |1+A                       |v",
            })
    void member_mayDoWhatTheStepsLeave(
            String what,
            String everyone,
            String first,
            String second,
            String has,
            String overwrites,
            String may) {
        GuildRoles guild = guild(everyone, first, second);
        Member member = new Member(MEMBER, roles(has));
        List<Overwrite> all = overwrites(overwrites == null ? "" : overwrites);

        assertThat(letters(ChannelPermissions.of(guild, member, all))).as(what).isEqualTo(may);
    }

    @Test
    void owner_mayDoEverything() {
        var permissions =
                ChannelPermissions.of(
                        guild("-", "-", "-"),
                        new Member(OWNER, Set.of()),
                        overwrites("everyone-vst 8-vst"));

        assertThat(permissions).isEqualTo(ChannelPermissions.ALL);
    }

    @ParameterizedTest
    @CsvSource({"vs,true,false", "vt,false,true", "vst,true,true", "v,false,false"})
    void threads_haveTheirOwnPermissionForWritingAndElseTheChannels(
            String everyone, boolean inChannel, boolean inThreads) {
        var permissions =
                ChannelPermissions.of(
                        guild(everyone, "-", "-"), new Member(MEMBER, Set.of()), List.of());

        assertThat(permissions.allowWriting(false)).isEqualTo(inChannel);
        assertThat(permissions.allowWriting(true)).isEqualTo(inThreads);
        assertThat(permissions.allow(DiscordPermission.VIEW_CHANNEL)).isTrue();
    }
}
