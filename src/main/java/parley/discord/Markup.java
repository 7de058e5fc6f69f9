package parley.discord;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces Discord's marks for people, roles, channels, commands, emoji and times with words; the
 * rest is Markdown as it is. In code a mark is no mark. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/reference#message-formatting">Message
 *     formatting</a>
 */
final class Markup {
    private static final Pattern MARK =
            Pattern.compile(
                    "(?<code>```[\\s\\S]*?```|(?<!`)(`{1,2})(?!`)[\\s\\S]*?(?<!`)\\2(?!`))"
                            + "|<@!?(?<user>\\d{1,20})>"
                            + "|<@&(?<role>\\d{1,20})>"
                            + "|<#(?<channel>\\d{1,20})>"
                            + "|</(?<command>[^:<>]{1,100}):\\d{1,20}>"
                            + "|<a?:(?<emoji>\\w{1,64}):\\d{1,20}>"
                            + "|<t:(?<time>-?\\d{1,11})(?::[a-zA-Z])?>");

    private final BotIdentity self;
    private final GuildNames names;

    Markup(BotIdentity self, GuildNames names) {
        this.self = self;
        this.names = names;
    }

    /**
     * @param message whose words these are: it names whom they mention
     */
    String plain(String words, MessageJson message, long guild) {
        return MARK.matcher(words)
                .replaceAll(mark -> Matcher.quoteReplacement(word(mark, message, guild)));
    }

    private String word(MatchResult mark, MessageJson message, long guild) {
        return part(mark, "code")
                .or(() -> part(mark, "user").map(id -> person(id, message)))
                .or(() -> part(mark, "role").map(id -> role(id, guild)))
                .or(() -> part(mark, "channel").map(id -> channel(id, guild)))
                .or(() -> part(mark, "command").map(name -> "/" + name))
                .or(() -> part(mark, "emoji").map(name -> ":" + name + ":"))
                .or(() -> part(mark, "time").map(Markup::time))
                .orElseGet(mark::group);
    }

    private static Optional<String> part(MatchResult mark, String name) {
        return Optional.ofNullable(mark.group(name));
    }

    private String person(String id, MessageJson message) {
        if (id.equals(Long.toUnsignedString(self.user()))) {
            return "@" + self.name();
        }
        return message.each("mentions")
                .filter(person -> person.path("id").asText().equals(id))
                .map(person -> "@" + Speakers.shown(person, person.path("member")))
                .findFirst()
                .orElse("@unknown-user");
    }

    private String role(String id, long guild) {
        return "@"
                + DiscordIds.number(id)
                        .flatMap(role -> names.role(guild, role))
                        .orElse("unknown-role");
    }

    private String channel(String id, long guild) {
        return "#"
                + DiscordIds.number(id)
                        .flatMap(channel -> names.channel(guild, channel))
                        .orElse("unknown-channel");
    }

    private static String time(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
    }

    /** The mark by which a message mentions the bot. */
    Pattern address(long guild) {
        String roles =
                names.ownRole(guild)
                        .map(role -> "|<@&" + Long.toUnsignedString(role) + ">")
                        .orElse("");
        return Pattern.compile("<@!?" + Long.toUnsignedString(self.user()) + ">" + roles);
    }
}
