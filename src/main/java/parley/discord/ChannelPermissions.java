package parley.discord;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one member may do in one channel of a guild, in the order that Discord documents. Pure.
 *
 * <p>Threads have no overwrites of their own: what holds in a channel holds in its threads, except
 * that writing there is a permission of its own.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/topics/permissions#permission-overwrites">Permission
 *     overwrites</a>
 * @see <a
 *     href="https://discord.com/developers/docs/topics/permissions#inherited-permissions-threads">Inherited
 *     permissions</a>
 */
record ChannelPermissions(long bits) {
    static final ChannelPermissions ALL = new ChannelPermissions(-1L);
    static final ChannelPermissions NONE = new ChannelPermissions(0L);

    private static final long ADMINISTRATOR = 1L << 3;

    /** Shown as Manage Server. */
    private static final long MANAGE_GUILD = 1L << 5;

    /** A member of a guild; {@code @everyone} is not among the roles. */
    record Member(long user, Set<Long> roles) {
        Member {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * What a channel grants and takes beside the guild's roles.
     *
     * @param id of the role or of the member that it is for
     */
    record Overwrite(long id, long allow, long deny) {
        long applyTo(long bits) {
            return bits & ~deny | allow;
        }
    }

    static ChannelPermissions of(GuildRoles guild, Member member, List<Overwrite> overwrites) {
        ChannelPermissions base = everywhere(guild, member);
        if (base.equals(ALL)) {
            return ALL;
        }
        long bits = sum(overwrites, Set.of(guild.guild())).applyTo(base.bits());
        bits = sum(overwrites, member.roles()).applyTo(bits);
        bits = sum(overwrites, Set.of(member.user())).applyTo(bits);
        return visible(bits) ? new ChannelPermissions(bits) : NONE;
    }

    /** What the guild's roles grant, whatever its channels say. */
    static ChannelPermissions everywhere(GuildRoles guild, Member member) {
        long base = base(guild, member);
        boolean all = (base & ADMINISTRATOR) != 0 || guild.owner() == member.user();
        return all ? ALL : new ChannelPermissions(base);
    }

    private static long base(GuildRoles guild, Member member) {
        return Stream.concat(Stream.of(guild.guild()), member.roles().stream())
                .mapToLong(guild::permissions)
                .reduce(0, (a, b) -> a | b);
    }

    /** All overwrites of one step as one: what any of them allows stays allowed. */
    private static Overwrite sum(List<Overwrite> overwrites, Set<Long> ids) {
        return overwrites.stream()
                .filter(overwrite -> ids.contains(overwrite.id()))
                .reduce(
                        new Overwrite(0, 0, 0),
                        (a, b) -> new Overwrite(0, a.allow | b.allow, a.deny | b.deny));
    }

    /** A channel that cannot be seen allows nothing, whatever its bits say. */
    private static boolean visible(long bits) {
        return (bits & DiscordPermission.VIEW_CHANNEL.mask()) != 0;
    }

    boolean allow(DiscordPermission permission) {
        return (bits & permission.mask()) != 0;
    }

    /** Whether the member may manage the server. */
    boolean allowManaging() {
        return (bits & MANAGE_GUILD) != 0;
    }

    /** Whether the member may write in the channel, or else in its threads. */
    boolean allowWriting(boolean inThreads) {
        return allow(
                inThreads
                        ? DiscordPermission.SEND_MESSAGES_IN_THREADS
                        : DiscordPermission.SEND_MESSAGES);
    }
}
