package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.testing.Watch;

/** Everything that the fake knows, guarded by its watch. */
final class World {
    final Watch watch = new Watch();
    final DiscordClock clock;
    final Identity me = Identity.fresh();
    final Map<Long, Person> people = new LinkedHashMap<>();
    final Map<Long, Guild> guilds = new LinkedHashMap<>();

    /** Of all guilds, with their threads, and direct messages. */
    final Map<Long, Channel> channels = new LinkedHashMap<>();

    /** People who take no direct messages. */
    final Set<Long> closed = new HashSet<>();

    final List<Violation> violations = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();

    /** Whether the portal grants the message content intent. */
    boolean readsContent = true;

    private Dispatches gateway = (_, _) -> {};
    private String url = "";

    final Typing typing;

    World(DiscordClock clock) {
        this.clock = clock;
        this.typing = new Typing(clock);
        people.put(me.bot().id(), me.bot());
    }

    /** Where events go from now on. */
    void gateway(Dispatches to) {
        gateway = to;
    }

    /** The address of the HTTP server, without a slash at its end. */
    String url() {
        return url;
    }

    void url(String address) {
        url = address;
    }

    /** Nothing of a server is told while it has an outage of its own. */
    void dispatch(String type, JsonNode data) {
        Guild guild = guilds.get(data.path("guild_id").asLong());
        if (guild == null || guild.available) {
            gateway.dispatch(type, data);
        }
    }

    void violate(String where, String rule, String detail) {
        violations.add(new Violation(where, rule, detail));
    }

    /** One that the test has made. */
    Channel channel(long id) {
        return Optional.ofNullable(channels.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no channel " + id));
    }

    /** Likewise. */
    Guild guild(long id) {
        return Optional.ofNullable(guilds.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no guild " + id));
    }

    /** Likewise. */
    Person person(long id) {
        return Optional.ofNullable(people.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no user " + id));
    }

    /** Likewise. */
    Post post(long channel, long message) {
        return Optional.ofNullable(channel(channel).posts.get(message))
                .orElseThrow(() -> new IllegalArgumentException("no message " + message));
    }
}
