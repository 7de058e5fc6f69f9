package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** {@code guilds/{g}}: the bot looks around. */
final class GuildRoutes {
    private final World world;
    private final Lookup lookup;
    private final Rights rights;

    GuildRoutes(World world, Lookup lookup, Rights rights) {
        this.world = world;
        this.lookup = lookup;
        this.rights = rights;
    }

    void offer(Router router) {
        router.add("GET", "users/@me/guilds", this::mine);
        router.add("GET", "guilds/{g}", this::get);
        router.add("GET", "guilds/{g}/channels", this::channels);
        router.add("GET", "guilds/{g}/roles", request -> roles(lookup.guild(request)));
        router.add("GET", "guilds/{g}/members/{u}", this::member);
        router.add("GET", "guilds/{g}/threads/active", this::threads);
    }

    private RestAnswer mine(RestRequest request) {
        int limit = request.number("limit", 200, 1, 200);
        long after = request.idInQuery("after").orElse(0L);
        long bot = world.me.bot().id();
        List<ObjectNode> guilds =
                world.guilds.values().stream()
                        .filter(guild -> guild.members.containsKey(bot) && guild.id > after)
                        .sorted(Comparator.comparing(guild -> guild.id))
                        .limit(limit)
                        .map(guild -> GuildJson.brief(guild, false, rights.in(guild, bot)))
                        .toList();
        return RestAnswer.ok(Json.array(guilds));
    }

    private RestAnswer get(RestRequest request) {
        return RestAnswer.ok(GuildJson.of(lookup.guild(request)));
    }

    private RestAnswer channels(RestRequest request) {
        return RestAnswer.ok(
                Json.array(GuildJson.fixed(lookup.guild(request)).map(ChannelJson::of).toList()));
    }

    private static RestAnswer roles(Guild guild) {
        return RestAnswer.ok(GuildJson.roles(guild));
    }

    private RestAnswer member(RestRequest request) {
        Guild guild = lookup.guild(request);
        return Optional.ofNullable(guild.members.get(request.id("u")))
                .map(member -> RestAnswer.ok(member.whole()))
                .orElseThrow(() -> RestError.unknown(10_007, "Member"));
    }

    private RestAnswer threads(RestRequest request) {
        List<Channel> active = rights.activeThreads(lookup.guild(request));
        long bot = world.me.bot().id();
        ArrayNode members =
                Json.array(
                        active.stream()
                                .filter(thread -> thread.members.contains(bot))
                                .map(thread -> ChannelJson.threadMember(thread, bot))
                                .toList());
        return RestAnswer.ok(
                Json.object(
                        "threads",
                        Json.array(active.stream().map(ChannelJson::of).toList()),
                        "members",
                        members));
    }
}
