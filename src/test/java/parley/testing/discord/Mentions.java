package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whom a message mentions and wakes. Discord does not say what it takes for a mention inside
 * code, so a mention there counts like any other. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">Allowed
 *     mentions</a>
 */
final class Mentions {
    private static final Pattern USER = Pattern.compile("<@!?([0-9]{1,19})>");
    private static final Pattern ROLE = Pattern.compile("<@&([0-9]{1,19})>");
    private static final Pattern ALL = Pattern.compile("@(everyone|here)");

    private final World world;
    private final Rights rights;

    Mentions(World world, Rights rights) {
        this.world = world;
        this.rights = rights;
    }

    /** What a write lets count as mentions. */
    record Allowed(Set<String> parse, Set<String> users, Set<String> roles, boolean repliedUser) {
        /** People's clients allow everything, and ask for the one of replies. */
        static Allowed byPerson(boolean repliedUser) {
            return new Allowed(
                    Set.of("users", "roles", "everyone"), Set.of(), Set.of(), repliedUser);
        }

        /** Of a write of the bot; of answers to interactions the defaults are narrower. */
        static Allowed byBot(Optional<JsonNode> said, boolean interaction) {
            if (said.isEmpty()) {
                return interaction
                        ? new Allowed(Set.of("users"), Set.of(), Set.of(), false)
                        : byPerson(true);
            }
            JsonNode object = said.get();
            return new Allowed(
                    texts(object.path("parse")),
                    texts(object.path("users")),
                    texts(object.path("roles")),
                    object.path("replied_user").asBoolean());
        }
    }

    static Set<String> texts(JsonNode array) {
        Set<String> all = new LinkedHashSet<>();
        array.forEach(one -> all.add(one.asText()));
        return all;
    }

    /** Sets anew whom the message mentions. */
    void apply(Post post, Allowed allowed) {
        post.mentions.clear();
        post.mentionedRoles.clear();
        String text = text(post);
        all(USER, text).stream()
                .filter(id -> allowed.parse.contains("users") || allowed.users.contains(id))
                .map(Long::parseLong)
                .filter(world.people::containsKey)
                .forEach(post.mentions::add);
        if (allowed.repliedUser && post.type == Post.REPLY) {
            replied(post).filter(world.people::containsKey).ifPresent(post.mentions::add);
        }
        post.channel.guild.ifPresent(guild -> inGuild(post, guild, allowed, text));
    }

    private void inGuild(Post post, Guild guild, Allowed allowed, String text) {
        boolean many = rights.may(post.channel, post.author.id(), Permission.MENTION_EVERYONE);
        all(ROLE, text).stream()
                .filter(id -> allowed.parse.contains("roles") || allowed.roles.contains(id))
                .map(Long::parseLong)
                .filter(id ->
                        Optional.ofNullable(guild.roles.get(id))
                                .filter(role -> many || role.mentionable)
                                .isPresent())
                .forEach(post.mentionedRoles::add);
        post.mentionsEveryone =
                many && allowed.parse.contains("everyone") && ALL.matcher(text).find();
    }

    private Optional<Long> replied(Post post) {
        return post.reference
                .map(reference -> post.channel.posts.get(reference.message()))
                .map(one -> one.author.id());
    }

    /** Whom the message wakes: users, roles, and everyone. */
    List<String> woken(Post post) {
        Set<String> who = new LinkedHashSet<>();
        post.mentions.stream()
                .filter(id -> id != post.author.id())
                .forEach(id -> who.add(Long.toString(id)));
        post.mentionedRoles.forEach(id -> who.add(Long.toString(id)));
        if (post.mentionsEveryone) {
            who.addAll(all(ALL, text(post)).stream().map(one -> "@" + one).toList());
        }
        return List.copyOf(who);
    }

    /** Its content, and the texts among its components. */
    private static String text(Post post) {
        StringBuilder text = new StringBuilder(post.content);
        post.components.findParents("type").stream()
                .filter(one -> one.path("type").asInt() == 10)
                .forEach(one -> text.append('\n').append(one.path("content").asText()));
        return text.toString();
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(result -> result.group(1)).distinct().toList();
    }
}
