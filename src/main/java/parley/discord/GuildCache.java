package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * Servers and channels as the gateway tells of them; what it does not know (archived threads,
 * direct messages) is asked of Discord once. Safe for use by many threads.
 */
final class GuildCache implements Channels, GuildNames {
    private static final int MOST = 20_000;

    private final Supplier<Optional<ShardManager>> shards;
    private final DiscordCalls calls;
    private final Cache<Long, ChannelFacts> asked = Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * @param shards once there is a connection
     */
    GuildCache(Supplier<Optional<ShardManager>> shards, DiscordCalls calls) {
        this.shards = shards;
        this.calls = calls;
    }

    @Override
    public Optional<ChannelFacts> facts(long channel) {
        return cached(channel)
                .or(() -> Optional.ofNullable(asked.getIfPresent(channel)))
                .or(() -> ask(channel));
    }

    private Optional<ChannelFacts> cached(long channel) {
        return shards.get()
                .map(known -> known.getChannelById(GuildChannel.class, channel))
                .map(it ->
                        new ChannelFacts(
                                channel,
                                it.getType().getId(),
                                it.getGuild().getIdLong(),
                                parent(it),
                                it.getName()));
    }

    private static long parent(GuildChannel channel) {
        return channel instanceof ThreadChannel thread ? thread.getParentChannel().getIdLong() : 0;
    }

    private Optional<ChannelFacts> ask(long channel) {
        if (calls.read(channel) instanceof Outcome.Done<JsonNode>(JsonNode told)) {
            ChannelFacts facts = ChannelFacts.of(told);
            asked.put(channel, facts);
            return Optional.of(facts);
        }
        return Optional.empty();
    }

    private Optional<Guild> guild(long id) {
        return shards.get().map(known -> known.getGuildById(id));
    }

    @Override
    public Optional<String> channel(long guild, long channel) {
        return guild(guild).map(it -> it.getGuildChannelById(channel)).map(GuildChannel::getName);
    }

    @Override
    public Optional<String> role(long guild, long role) {
        return guild(guild).map(it -> it.getRoleById(role)).map(Role::getName);
    }

    @Override
    public Optional<Long> ownRole(long guild) {
        return guild(guild).map(Guild::getBotRole).map(Role::getIdLong);
    }
}
