package parley.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.attribute.IPermissionContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.sharding.ShardManager;

/** The rooms that the gateway tells of. Safe for use by many threads. */
final class GuildRooms implements Rooms {
    private static final Set<Permission> READ =
            EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY);

    private final Supplier<Optional<ShardManager>> shards;

    /**
     * @param shards once there is a connection
     */
    GuildRooms(Supplier<Optional<ShardManager>> shards) {
        this.shards = shards;
    }

    @Override
    public List<Room> open() {
        return shards.get().stream()
                .flatMap(known -> known.getGuildCache().stream())
                .flatMap(
                        guild -> guild.getChannelCache().ofType(GuildMessageChannel.class).stream())
                .filter(GuildRooms::readable)
                .map(it ->
                        new Room(
                                it.getIdLong(),
                                it.getGuild().getIdLong(),
                                it instanceof ThreadChannel thread
                                        ? thread.getParentChannel().getIdLong()
                                        : it.getIdLong(),
                                it.getLatestMessageIdLong()))
                .toList();
    }

    /** Discord lets nobody read beside a voice channel who may not join it. */
    private static boolean readable(GuildMessageChannel channel) {
        IPermissionContainer ruled = channel.getPermissionContainer();
        var self = channel.getGuild().getSelfMember();
        return self.hasPermission(ruled, READ)
                && (!(channel instanceof AudioChannel)
                        || self.hasPermission(ruled, Permission.VOICE_CONNECT));
    }
}
