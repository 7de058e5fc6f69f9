package parley.testing.discord;

import java.util.Optional;

/** Finds what a request names, or refuses. Guarded by the watch. */
final class Lookup {
    private final World world;

    Lookup(World world) {
        this.world = world;
    }

    /** The one of the variable c. */
    Channel channel(RestRequest request) {
        return Optional.ofNullable(world.channels.get(request.id("c")))
                .orElseThrow(() -> RestError.unknown(10_003, "Channel"));
    }

    /** Likewise m. */
    Post post(Channel channel, RestRequest request) {
        return Optional.ofNullable(channel.posts.get(request.id("m")))
                .orElseThrow(() -> RestError.unknown(10_008, "Message"));
    }

    /** Likewise g; a guild without the bot is unknown to it. */
    Guild guild(RestRequest request) {
        return Optional.ofNullable(world.guilds.get(request.id("g")))
                .filter(guild -> guild.members.containsKey(world.me.bot().id()))
                .orElseThrow(() -> RestError.unknown(10_004, "Guild"));
    }
}
