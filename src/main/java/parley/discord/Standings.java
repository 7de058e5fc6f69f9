package parley.discord;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import parley.chat.Standing;

/**
 * Who is what to the server that the bot serves: whoever may manage it is an admin, and who is
 * named in the settings; who has a role there is a member. In direct messages nobody is an admin,
 * and a bot never is. Names play no part. Immutable, pure.
 *
 * @param admins ids of people and roles
 * @see <a
 *     href="https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags">Permission
 *     flags</a>
 */
record Standings(Set<Long> admins) {
    Standings {
        admins = Set.copyOf(admins);
    }

    /** Of whoever did that, as Discord says with it. */
    Standing of(Interaction interaction) {
        Member member = interaction.getMember();
        if (member == null) {
            return Standing.MEMBER;
        }
        // Commands can be on a server without the bot, where JDA knows of no roles.
        return member.isDetached() ? Standing.GUEST : of(member);
    }

    private Standing of(Member member) {
        Set<Long> roles =
                member.getUnsortedRoles().stream()
                        .map(ISnowflake::getIdLong)
                        .collect(Collectors.toSet());
        return standing(
                member.getIdLong(),
                roles,
                member.getUser().isBot(),
                member.isOwner() || member.hasPermission(Permission.MANAGE_SERVER));
    }

    /** Of a member of the guild. */
    Standing of(GuildRoles guild, ChannelPermissions.Member member, boolean bot) {
        return standing(
                member.user(),
                member.roles(),
                bot,
                ChannelPermissions.everywhere(guild, member).allowManaging());
    }

    /**
     * @param roles without {@code @everyone}
     */
    private Standing standing(long user, Collection<Long> roles, boolean bot, boolean manages) {
        boolean named = admins.contains(user) || roles.stream().anyMatch(admins::contains);
        if ((manages || named) && !bot) {
            return Standing.ADMIN;
        }
        return roles.isEmpty() ? Standing.OUTSIDER : Standing.MEMBER;
    }
}
