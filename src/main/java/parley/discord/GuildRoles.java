package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A guild's owner and its roles, as far as permissions go. Immutable.
 *
 * @param guild also the id of the role {@code @everyone}
 * @param roles by their ids
 */
record GuildRoles(long guild, long owner, Map<Long, Role> roles) {
    GuildRoles {
        roles = Map.copyOf(roles);
    }

    /**
     * @param permissions as bits
     * @param ofBot whether it is the role of one bot, which no person can have
     */
    record Role(String name, long permissions, boolean ofBot) {}

    /**
     * @param guild as Discord's {@code GET /guilds/ID} tells it
     * @see <a href="https://discord.com/developers/docs/topics/permissions#role-object">Roles</a>
     */
    static GuildRoles read(JsonNode guild) {
        Map<Long, Role> roles = new HashMap<>();
        for (JsonNode role : guild.path("roles")) {
            roles.put(
                    role.path("id").asLong(),
                    new Role(
                            role.path("name").asText(),
                            role.path("permissions").asLong(),
                            role.path("tags").hasNonNull("bot_id")));
        }
        return new GuildRoles(guild.path("id").asLong(), guild.path("owner_id").asLong(), roles);
    }

    /** The bits of a role; none of a role that is gone. */
    long permissions(long role) {
        Role found = roles.get(role);
        return found == null ? 0 : found.permissions();
    }

    /** A role that people can have, other than the one of everybody. */
    Optional<Role> group(long role) {
        return Optional.ofNullable(roles.get(role))
                .filter(found -> role != guild && !found.ofBot());
    }

    /** The id of the role of that name, in whatever case; of two the smaller. */
    Optional<Long> named(String name) {
        return roles.keySet().stream()
                .filter(id ->
                        group(id).filter(role -> role.name().equalsIgnoreCase(name)).isPresent())
                .min(Comparator.naturalOrder());
    }
}
