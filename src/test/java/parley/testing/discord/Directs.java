package parley.testing.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The direct conversations of the bot, one with each person. Guarded by the watch. */
final class Directs {
    private final World world;
    private final Map<Long, Channel> channels = new HashMap<>();

    Directs(World world) {
        this.world = world;
    }

    Channel with(Person person) {
        return channels.computeIfAbsent(person.id(), _ -> open(person));
    }

    private Channel open(Person person) {
        Channel channel =
                new Channel(
                        world.clock.next(),
                        ChannelKind.DM,
                        Optional.empty(),
                        Optional.empty(),
                        person.name());
        channel.recipient = Optional.of(person);
        world.channels.put(channel.id, channel);
        return channel;
    }
}
