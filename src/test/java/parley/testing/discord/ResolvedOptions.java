package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/** What the users, channels and roles among the options of a command are. Guarded by the watch. */
final class ResolvedOptions {
    static final int USER = 6;
    static final int CHANNEL = 7;
    static final int ROLE = 8;

    private final World world;
    private final Rights rights;
    private final Channel where;
    private final ObjectNode resolved = Json.object();

    private ResolvedOptions(World world, Rights rights, Channel where) {
        this.world = world;
        this.rights = rights;
        this.where = where;
    }

    /** Empty where there are none. */
    static ObjectNode of(World world, Rights rights, Channel where, JsonNode options) {
        ResolvedOptions all = new ResolvedOptions(world, rights, where);
        all.add(options);
        return all.resolved;
    }

    private void add(JsonNode options) {
        for (JsonNode option : options) {
            add(option.path("options"));
            long id = option.path("value").asLong();
            switch (option.path("type").asInt()) {
                case USER -> user(id);
                case CHANNEL -> channel(world.channel(id));
                case ROLE -> role(id);
                default -> {
                    // Says all by itself.
                }
            }
        }
    }

    private void user(long id) {
        put("users", id, world.person(id).json());
        where.guild
                .map(guild -> guild.members.get(id))
                .ifPresent(member ->
                        put(
                                "members",
                                id,
                                member.json()
                                        .put("permissions", Long.toString(rights.in(where, id)))));
    }

    private void channel(Channel channel) {
        String bits = Long.toString(rights.in(channel, world.me.bot().id()));
        put("channels", channel.id, ChannelJson.of(channel).put("permissions", bits));
    }

    private void role(long id) {
        where.guild
                .map(guild -> guild.roles.get(id))
                .ifPresent(role -> put("roles", id, role.json()));
    }

    private void put(String kind, long id, ObjectNode json) {
        resolved.withObjectProperty(kind).set(Long.toString(id), json);
    }
}
