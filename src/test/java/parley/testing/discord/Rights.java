package parley.testing.discord;

import java.util.List;
import java.util.Optional;

/**
 * What somebody may do, as Discord works it out. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/topics/permissions#permission-overwrites">Permission
 *     overwrites</a>
 */
final class Rights {
    private final World world;

    Rights(World world) {
        this.world = world;
    }

    /** In the guild, whatever its channels say; none for who is not in it. */
    long in(Guild guild, long user) {
        return guild.member(user).map(member -> in(guild, member)).orElse(0L);
    }

    private static long in(Guild guild, Member member) {
        long bits = guild.everyone.permissions;
        for (long role : member.roles) {
            bits |= role(guild, role);
        }
        boolean all = member.person.id() == guild.owner || Permission.ADMINISTRATOR.in(bits);
        return all ? Permission.ALL : bits;
    }

    private static long role(Guild guild, long id) {
        return Optional.ofNullable(guild.roles.get(id)).map(role -> role.permissions).orElse(0L);
    }

    /** In a channel or thread; everything with the two of a direct conversation. */
    long in(Channel channel, long user) {
        if (channel.guild.isEmpty()) {
            return Permission.ALL;
        }
        Guild guild = channel.guild.get();
        return guild.member(user).map(member -> in(channel, guild, member)).orElse(0L);
    }

    private static long in(Channel channel, Guild guild, Member member) {
        long base = in(guild, member);
        if (base == Permission.ALL) {
            return base;
        }
        long bits = overwritten(channel.ruling(), guild, member, base);
        boolean seen =
                Permission.VIEW_CHANNEL.in(bits) && !secret(channel, member.person.id(), bits);
        return seen ? bits : 0;
    }

    private static boolean secret(Channel channel, long user, long bits) {
        return channel.kind == ChannelKind.PRIVATE_THREAD
                && !channel.members.contains(user)
                && !Permission.MANAGE_THREADS.in(bits);
    }

    private static long overwritten(Channel channel, Guild guild, Member member, long base) {
        long bits = apply(channel, guild.id, base);
        long allow = 0;
        long deny = 0;
        for (long role : member.roles) {
            Overwrite overwrite = channel.overwrites.get(role);
            if (overwrite != null) {
                allow |= overwrite.allow();
                deny |= overwrite.deny();
            }
        }
        return apply(channel, member.person.id(), (bits & ~deny) | allow);
    }

    private static long apply(Channel channel, long id, long bits) {
        return Optional.ofNullable(channel.overwrites.get(id))
                .map(one -> (bits & ~one.deny()) | one.allow())
                .orElse(bits);
    }

    boolean may(Channel channel, long user, Permission permission) {
        return permission.in(in(channel, user));
    }

    boolean botSees(Channel channel) {
        return may(channel, world.me.bot().id(), Permission.VIEW_CHANNEL);
    }

    /** The threads of a guild that are not archived and that the bot sees. */
    List<Channel> activeThreads(Guild guild) {
        return guild.channels.values().stream()
                .filter(one -> one.kind.isThread() && !one.archived && botSees(one))
                .toList();
    }

    /** Refuses the bot what it may not do there. */
    void demand(Channel channel, Permission... permissions) {
        long bits = in(channel, world.me.bot().id());
        if (!Permission.VIEW_CHANNEL.in(bits)) {
            throw RestError.missingAccess();
        }
        for (Permission permission : permissions) {
            if (!permission.in(bits)) {
                throw RestError.missingPermissions();
            }
        }
    }
}
