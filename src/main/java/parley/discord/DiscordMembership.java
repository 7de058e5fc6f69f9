package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.adapter.Memo;
import parley.chat.ChannelId;
import parley.chat.Membership;
import parley.chat.Standing;
import parley.chat.Ticker;
import parley.chat.UserId;

/**
 * Who people are on a server, by what Discord says of their ids. What is said of a person or of a
 * server's roles holds for a minute. Safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild#get-guild-member">Get guild
 *     member</a>
 */
final class DiscordMembership implements Membership {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_GUILDS = 1_000;
    private static final Set<Integer> STRANGERS =
            Set.of(DiscordErrors.NO_MEMBER, DiscordErrors.NO_USER);

    private static final Pattern MENTION = Pattern.compile("(?:<@&)?(\\d{1,20})>?");

    private final DiscordRest rest;
    private final Function<Long, Optional<GuildRoles>> told;
    private final Standings standings;
    private final Memo<Person, Optional<Known>> people;
    private final Memo<Long, Optional<GuildRoles>> guilds;

    /**
     * @param told the roles of a guild, where the gateway has told them
     */
    DiscordMembership(
            DiscordRest rest,
            Function<Long, Optional<GuildRoles>> told,
            Standings standings,
            Ticker ticker) {
        this.rest = rest;
        this.told = told;
        this.standings = standings;
        people = new Memo<>(MOST_PEOPLE, ticker, this::ask);
        guilds = new Memo<>(MOST_GUILDS, ticker, this::ask);
    }

    private record Person(long guild, long user) {
        String path() {
            return path(guild) + "/members/" + Long.toUnsignedString(user);
        }

        static String path(long guild) {
            return "guilds/" + Long.toUnsignedString(guild);
        }
    }

    /** What Discord says of somebody. */
    private sealed interface Known {
        record In(Set<Long> roles, boolean bot) implements Known {}

        /** Not on the server, or not any more, or a webhook. */
        record Out() implements Known {}
    }

    @Override
    public Optional<Standing> standing(ChannelId channel, UserId person) {
        if (DiscordIds.isDirect(channel)) {
            return Optional.of(Standing.MEMBER);
        }
        return person(channel, person).flatMap(one -> people.get(one).flatMap(it -> of(one, it)));
    }

    private Optional<Standing> of(Person person, Known known) {
        return switch (known) {
            case Known.Out _ -> Optional.of(Standing.OUTSIDER);
            case Known.In(Set<Long> roles, boolean bot) ->
                    roles(person.guild())
                            .map(guild -> {
                                var member = new ChannelPermissions.Member(person.user(), roles);
                                return standings.of(guild, member, bot);
                            });
        };
    }

    @Override
    public boolean belongs(ChannelId channel, UserId person, String group) {
        Optional<Long> role = DiscordIds.number(group);
        return role.isPresent()
                && person(channel, person)
                        .flatMap(people::get)
                        .filter(Known.In.class::isInstance)
                        .map(known -> ((Known.In) known).roles().contains(role.get()))
                        .orElse(false);
    }

    @Override
    public Optional<Group> group(ChannelId channel, String words) {
        return guild(channel).flatMap(this::roles).flatMap(guild -> group(guild, words.strip()));
    }

    /** A number is an id first, since a role may be called like another's id. */
    private static Optional<Group> group(GuildRoles guild, String words) {
        Matcher mention = MENTION.matcher(words);
        Optional<Long> id =
                mention.matches() ? DiscordIds.number(mention.group(1)) : Optional.empty();
        return id.flatMap(role -> group(guild, role))
                .or(() -> guild.named(words).flatMap(role -> group(guild, role)))
                .or(() ->
                        words.startsWith("@")
                                ? guild.named(words.substring(1))
                                        .flatMap(role -> group(guild, role))
                                : Optional.empty());
    }

    private static Optional<Group> group(GuildRoles guild, long role) {
        return guild.group(role).map(found -> new Group(Long.toUnsignedString(role), found.name()));
    }

    private static Optional<Long> guild(ChannelId channel) {
        return DiscordIds.number(channel.workspace().value());
    }

    private static Optional<Person> person(ChannelId channel, UserId person) {
        return guild(channel)
                .flatMap(guild ->
                        DiscordIds.number(person.value()).map(user -> new Person(guild, user)));
    }

    private Optional<GuildRoles> roles(long guild) {
        return told.apply(guild).or(() -> guilds.get(guild));
    }

    private Memo.Kept<Optional<Known>> ask(Person person) {
        Outcome<JsonNode> answer = rest.get(person.path());
        return kept(
                answer,
                answer instanceof Outcome.Refused<JsonNode> no && STRANGERS.contains(no.code())
                        ? Optional.of(new Known.Out())
                        : done(answer).map(DiscordMembership::in));
    }

    private static Known in(JsonNode member) {
        Set<Long> roles = new HashSet<>();
        member.path("roles").forEach(role -> roles.add(role.asLong()));
        return new Known.In(Set.copyOf(roles), member.at("/user/bot").asBoolean());
    }

    /** The guild itself, since the list of its roles does not name its owner. */
    private Memo.Kept<Optional<GuildRoles>> ask(long guild) {
        Outcome<JsonNode> answer = rest.get(Person.path(guild));
        return kept(answer, done(answer).map(GuildRoles::read));
    }

    private static Optional<JsonNode> done(Outcome<JsonNode> answer) {
        return answer instanceof Outcome.Done<JsonNode>(JsonNode found)
                ? Optional.of(found)
                : Optional.empty();
    }

    /** What Discord did not answer is asked again at once; nothing holds for over a minute. */
    private static <V> Memo.Kept<V> kept(Outcome<JsonNode> answer, V value) {
        Duration age =
                switch (answer) {
                    case Outcome.Done<JsonNode> _, Outcome.Refused<JsonNode> _ -> REMEMBERED;
                    case Outcome.Limited<JsonNode>(Duration pause, boolean _) ->
                            pause.compareTo(REMEMBERED) < 0 ? pause : REMEMBERED;
                    case Outcome.Lost<JsonNode> _ -> Duration.ZERO;
                };
        return new Memo.Kept<>(value, age);
    }
}
