package parley.discord;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.attribute.ICategorizableChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * What the gateway has told of servers, channels, active threads and roles. Safe for use by many
 * threads; asks nobody.
 */
final class GatewayCache implements GuildNames, Channels {
    private final Supplier<Optional<ShardManager>> shards;

    GatewayCache(Supplier<Optional<ShardManager>> shards) {
        this.shards = shards;
    }

    @Override
    public Optional<ChannelFacts> facts(long channel) {
        return channel(channel).map(GatewayCache::facts);
    }

    private Optional<GuildChannel> channel(long channel) {
        return shards.get()
                .flatMap(all ->
                        Optional.ofNullable(all.getChannelById(GuildChannel.class, channel)));
    }

    static ChannelFacts facts(GuildChannel channel) {
        return new ChannelFacts(
                channel.getIdLong(),
                channel.getType().getId(),
                channel.getGuild().getIdLong(),
                parent(channel),
                channel.getName());
    }

    private static long parent(GuildChannel channel) {
        return switch (channel) {
            case ThreadChannel thread -> thread.getParentChannel().getIdLong();
            case ICategorizableChannel inCategory -> inCategory.getParentCategoryIdLong();
            default -> 0;
        };
    }

    @Override
    public Optional<String> channel(long guild, long channel) {
        return channel(channel)
                .filter(it -> it.getGuild().getIdLong() == guild)
                .map(GuildChannel::getName);
    }

    @Override
    public Optional<String> role(long guild, long role) {
        return guild(guild)
                .flatMap(it -> Optional.ofNullable(it.getRoleById(role)))
                .map(Role::getName);
    }

    @Override
    public Optional<Long> ownRole(long guild) {
        return guild(guild)
                .flatMap(it -> Optional.ofNullable(it.getBotRole()))
                .map(Role::getIdLong);
    }

    /** Of a server that the gateway has told of. */
    Optional<GuildRoles> roles(long guild) {
        return guild(guild)
                .map(it ->
                        new GuildRoles(
                                guild,
                                it.getOwnerIdLong(),
                                it.getRoleCache().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Role::getIdLong, GatewayCache::role))));
    }

    private static GuildRoles.Role role(Role role) {
        return new GuildRoles.Role(
                role.getName(), role.getPermissionsRaw(), role.getTags().isBot());
    }

    private Optional<Guild> guild(long guild) {
        return shards.get().flatMap(all -> Optional.ofNullable(all.getGuildById(guild)));
    }
}
