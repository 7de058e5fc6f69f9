package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/**
 * What INTERACTION_CREATE tells whatever was done: who and where. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object">Interaction
 *     object</a>
 */
final class InteractionJson {
    private static final int MOST_BYTES = 10 << 20;

    /** What an app may do in direct messages with its bot: files, embeds, @everyone, emojis. */
    private static final long IN_DIRECT_MESSAGES = 1 << 14 | 1 << 15 | 1 << 17 | 1 << 18;

    private final World world;
    private final Rights rights;

    InteractionJson(World world, Rights rights) {
        this.world = world;
        this.rights = rights;
    }

    ObjectNode of(long id, String token, InteractionKind kind, Person who, Channel where) {
        ObjectNode json =
                Json.object(
                        "id", Long.toString(id),
                        "application_id", Long.toString(world.me.application()),
                        "type", kind.type(),
                        "token", token,
                        "version", 1,
                        "channel_id", Long.toString(where.id),
                        "channel", channel(where, who),
                        "locale", "en-US",
                        "entitlements", Json.array(),
                        "authorizing_integration_owners", owners(where),
                        "context", where.isDirect() ? 1 : 0,
                        "attachment_size_limit", MOST_BYTES);
        where.guild.ifPresentOrElse(
                guild -> inGuild(json, guild, where, who), () -> direct(json, who));
        return json;
    }

    /** For whom the app is installed: the guild, or nobody in direct messages. */
    static ObjectNode owners(Channel where) {
        return Json.object("0", where.guild.map(guild -> Long.toString(guild.id)).orElse("0"));
    }

    private ObjectNode channel(Channel where, Person who) {
        ObjectNode json = ChannelJson.of(where);
        json.remove("permission_overwrites");
        if (where.isDirect()) {
            return json.set("recipients", Json.array(world.me.bot().json()));
        }
        return json.put("permissions", Long.toString(rights.in(where, who.id())));
    }

    private void inGuild(ObjectNode json, Guild guild, Channel where, Person who) {
        Member member = guild.members.get(who.id());
        if (member == null) {
            throw new AssertionError(who.name() + " is not in the guild " + guild.id);
        }
        String bits = Long.toString(rights.in(where, who.id()));
        json.put("guild_id", Long.toString(guild.id))
                .put("guild_locale", "en-US")
                .put("app_permissions", Long.toString(rights.in(where, world.me.bot().id())));
        json.set(
                "guild",
                Json.object(
                        "id", Long.toString(guild.id),
                        "locale", "en-US",
                        "features", Json.array()));
        json.set("member", member.whole().put("permissions", bits));
    }

    private static void direct(ObjectNode json, Person who) {
        json.put("app_permissions", Long.toString(IN_DIRECT_MESSAGES));
        json.set("user", who.json());
    }
}
