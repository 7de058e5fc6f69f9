package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/**
 * Makes and changes guilds, with who and what is in them, and tells the app. Guarded by the watch.
 */
final class Landscape {
    /** What the bot is invited with. */
    private static final List<Permission> INVITED =
            List.of(
                    Permission.VIEW_CHANNEL,
                    Permission.SEND_MESSAGES,
                    Permission.SEND_MESSAGES_IN_THREADS,
                    Permission.CREATE_PUBLIC_THREADS,
                    Permission.READ_MESSAGE_HISTORY,
                    Permission.ATTACH_FILES,
                    Permission.EMBED_LINKS);

    private final World world;
    private final Rights rights;

    Landscape(World world, Rights rights) {
        this.world = world;
        this.rights = rights;
    }

    void guild(long id, String name) {
        Person owner = new Person(id + 1, "Owner of " + name, false);
        world.people.put(owner.id(), owner);
        Guild guild = new Guild(id, name, owner.id(), world.clock.now());
        guild.members.put(owner.id(), new Member(owner, guild.joined));
        guild.members.put(world.me.bot().id(), new Member(world.me.bot(), guild.joined));
        Role role = role(guild, world.clock.next(), world.me.bot().name(), INVITED);
        role.bot = Optional.of(world.me.bot().id());
        guild.members.get(world.me.bot().id()).roles.add(role.id);
        world.guilds.put(id, guild);
        world.dispatch("GUILD_CREATE", json(guild));
    }

    /** As the gateway tells it. */
    ObjectNode json(Guild guild) {
        Member bot = guild.member(world.me.bot().id()).orElseThrow();
        return GuildJson.create(guild, bot, rights.activeThreads(guild));
    }

    private static Role role(Guild guild, long id, String name, Collection<Permission> all) {
        Role role = new Role(id, name, guild.roles.size(), Permission.bits(all));
        guild.roles.put(id, role);
        return role;
    }

    void leaves(long id) {
        Guild guild = world.guild(id);
        guild.members.remove(world.me.bot().id());
        world.guilds.remove(id);
        guild.channels.keySet().forEach(world.channels::remove);
        world.dispatch("GUILD_DELETE", Json.object("id", Long.toString(id)));
    }

    /** Discord cannot serve the guild for a while. */
    void outage(long id, boolean out) {
        Guild guild = world.guild(id);
        guild.available = !out;
        if (out) {
            world.dispatch(
                    "GUILD_DELETE", Json.object("id", Long.toString(id), "unavailable", true));
        } else {
            world.dispatch("GUILD_CREATE", json(guild));
        }
    }

    void member(long id, long user, String name, List<Permission> own, List<Long> roles) {
        Guild guild = world.guild(id);
        Person person = new Person(user, name, false);
        world.people.put(user, person);
        Member member = new Member(person, world.clock.now());
        member.roles.addAll(roles);
        if (!own.isEmpty()) {
            Role role = role(guild, world.clock.next(), "of " + name, own);
            member.roles.add(role.id);
            told(guild, "GUILD_ROLE_CREATE", role);
        }
        guild.members.put(user, member);
        world.dispatch("GUILD_MEMBER_ADD", member.whole().put("guild_id", Long.toString(guild.id)));
    }

    void role(long guild, long id, String name, List<Permission> permissions) {
        told(
                world.guild(guild),
                "GUILD_ROLE_CREATE",
                role(world.guild(guild), id, name, permissions));
    }

    private void told(Guild guild, String type, Role role) {
        world.dispatch(type, Json.object("guild_id", Long.toString(guild.id), "role", role.json()));
    }

    /** What everybody may do there from now on. */
    void everyone(long id, List<Permission> permissions) {
        Guild guild = world.guild(id);
        guild.everyone.permissions = Permission.bits(permissions);
        told(guild, "GUILD_ROLE_UPDATE", guild.everyone);
    }

    /** What the bot's own role allows from now on. */
    void bot(long id, List<Permission> permissions) {
        Guild guild = world.guild(id);
        Role role =
                guild.roles.values().stream()
                        .filter(one -> one.name.equals(world.me.bot().name()))
                        .findFirst()
                        .orElseThrow();
        role.permissions = Permission.bits(permissions);
        told(guild, "GUILD_ROLE_UPDATE", role);
    }

    void channel(long id, long channel, String name, ChannelKind kind) {
        Guild guild = world.guild(id);
        Channel made = new Channel(channel, kind, Optional.of(guild), Optional.empty(), name);
        guild.channels.put(channel, made);
        world.channels.put(channel, made);
        world.dispatch("CHANNEL_CREATE", ChannelJson.of(made));
    }

    void removes(long id) {
        Channel channel = world.channel(id);
        channel.guild.orElseThrow().channels.remove(id);
        world.channels.remove(id);
        String type = channel.kind.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE";
        world.dispatch(type, ChannelJson.of(channel));
    }

    /** For the bot alone. */
    void deny(long id, Collection<Permission> permissions) {
        overwrite(id, own(id).denying(Permission.bits(permissions)));
    }

    void allow(long id, Collection<Permission> permissions) {
        overwrite(id, own(id).allowing(Permission.bits(permissions)));
    }

    private Overwrite own(long channel) {
        long bot = world.me.bot().id();
        return world.channel(channel).overwrites.getOrDefault(bot, new Overwrite(bot, true, 0, 0));
    }

    /** For a role, or everybody by the guild's id. */
    void denyRole(long id, long role, Collection<Permission> permissions) {
        overwrite(id, new Overwrite(role, false, 0, Permission.bits(permissions)));
    }

    private void overwrite(long id, Overwrite overwrite) {
        Channel channel = world.channel(id);
        channel.overwrites.put(overwrite.id(), overwrite);
        world.dispatch("CHANNEL_UPDATE", ChannelJson.of(channel));
    }

    void slowmode(long id, int seconds) {
        Channel channel = world.channel(id);
        channel.slowmode = seconds;
        world.dispatch(
                channel.kind.isThread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE",
                ChannelJson.of(channel));
    }
}
