package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import parley.discord.ChannelPermissions.Member;

/**
 * Where in one guild the bot can answer, and what it lacks elsewhere. Immutable, pure.
 *
 * <p>A channel that the bot does not see is none of its business, and Discord need not list it. A
 * channel in which people cannot write either, such as one of rules, needs no answers.
 *
 * @param seen how many channels the bot should answer in
 * @param gaps those of them in which it lacks something
 */
record GuildAccess(String guild, int seen, List<Gap> gaps) {
    private static final long NOBODY = 0;

    /**
     * What is missing in a channel.
     *
     * @param channel with the sign before its name
     */
    record Gap(String channel, List<DiscordPermission> missing) {
        static final String EVERYWHERE = "(every channel)";

        Gap {
            missing = List.copyOf(missing);
        }

        /** Whether questions stay without an answer there. */
        boolean silences() {
            return missing.stream().anyMatch(DiscordPermission::required);
        }
    }

    GuildAccess {
        gaps = List.copyOf(gaps);
    }

    /**
     * @param guild as {@code GET guilds/ID} tells it
     * @param bot as {@code GET guilds/ID/members/BOT} does
     * @param channels as {@code GET guilds/ID/channels} does
     */
    static GuildAccess read(JsonNode guild, JsonNode bot, JsonNode channels) {
        GuildRoles roles = GuildRoles.read(guild);
        Member member = member(bot);
        List<Gap> places =
                StreamSupport.stream(channels.spliterator(), false)
                        .map(GuildChannel::read)
                        .filter(GuildChannel::isForText)
                        .filter(channel -> isForQuestions(roles, channel))
                        .flatMap(channel -> place(roles, member, channel))
                        .toList();
        return new GuildAccess(guild.path("name").asText(), places.size(), gaps(places));
    }

    private static List<Gap> gaps(List<Gap> places) {
        if (places.isEmpty()) {
            return List.of(new Gap(Gap.EVERYWHERE, List.of(DiscordPermission.VIEW_CHANNEL)));
        }
        return places.stream().filter(place -> !place.missing().isEmpty()).toList();
    }

    private static Member member(JsonNode bot) {
        Set<Long> roles = new HashSet<>();
        bot.path("roles").forEach(role -> roles.add(role.asLong()));
        return new Member(bot.path("user").path("id").asLong(), roles);
    }

    /** Not where people of some role see what is said, and those of none can say anything. */
    private static boolean isForQuestions(GuildRoles guild, GuildChannel channel) {
        List<ChannelPermissions> audience =
                guild.roles().entrySet().stream()
                        .filter(role -> !role.getValue().ofBot())
                        .map(role -> new Member(NOBODY, Set.of(role.getKey())))
                        .map(person -> ChannelPermissions.of(guild, person, channel.overwrites()))
                        .filter(permissions -> !permissions.equals(ChannelPermissions.ALL))
                        .toList();
        return audience.stream().anyMatch(GuildAccess::letsAsk)
                || audience.stream().allMatch(ChannelPermissions.NONE::equals);
    }

    /** In a forum, who may write in the channel may open posts. */
    private static boolean letsAsk(ChannelPermissions person) {
        return person.allowWriting(false) || person.allowWriting(true);
    }

    private static Stream<Gap> place(GuildRoles guild, Member bot, GuildChannel channel) {
        var permissions = ChannelPermissions.of(guild, bot, channel.overwrites());
        if (!permissions.allow(DiscordPermission.VIEW_CHANNEL)) {
            return Stream.empty();
        }
        List<DiscordPermission> missing = new ArrayList<>(channel.wanted());
        missing.removeIf(permissions::allow);
        return Stream.of(new Gap("#" + channel.name(), missing));
    }
}
