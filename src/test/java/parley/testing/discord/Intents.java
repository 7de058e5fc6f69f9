package parley.testing.discord;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Which events a session asked for. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#list-of-intents">Intents</a>
 */
final class Intents {
    static final long GUILDS = 1;
    static final long GUILD_MEMBERS = 1 << 1;
    static final long GUILD_PRESENCES = 1 << 8;
    static final long GUILD_MESSAGES = 1 << 9;
    static final long DIRECT_MESSAGES = 1 << 12;
    static final long MESSAGE_CONTENT = 1 << 15;

    /** Those that an app must have switched on in its settings. */
    static final long PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

    private static final long MODERATION = 1 << 2;
    private static final long REACTIONS = 1 << 10;
    private static final long TYPING = 1 << 11;
    private static final long DIRECT_REACTIONS = 1 << 13;
    private static final long DIRECT_TYPING = 1 << 14;

    /** Bits 0 to 16, 20, 21, 24 and 25. */
    private static final long ALL = 0x1FFFFL | 3L << 20 | 3L << 24;

    private static final Map<String, Long> IN_GUILDS =
            Map.ofEntries(
                    entry("GUILD_CREATE", GUILDS),
                    entry("GUILD_UPDATE", GUILDS),
                    entry("GUILD_DELETE", GUILDS),
                    entry("GUILD_ROLE_CREATE", GUILDS),
                    entry("GUILD_ROLE_UPDATE", GUILDS),
                    entry("GUILD_ROLE_DELETE", GUILDS),
                    entry("CHANNEL_CREATE", GUILDS),
                    entry("CHANNEL_UPDATE", GUILDS),
                    entry("CHANNEL_DELETE", GUILDS),
                    entry("CHANNEL_PINS_UPDATE", GUILDS),
                    entry("THREAD_CREATE", GUILDS),
                    entry("THREAD_UPDATE", GUILDS),
                    entry("THREAD_DELETE", GUILDS),
                    entry("THREAD_LIST_SYNC", GUILDS),
                    entry("THREAD_MEMBER_UPDATE", GUILDS),
                    entry("THREAD_MEMBERS_UPDATE", GUILDS | GUILD_MEMBERS),
                    entry("GUILD_MEMBER_ADD", GUILD_MEMBERS),
                    entry("GUILD_MEMBER_REMOVE", GUILD_MEMBERS),
                    entry("GUILD_BAN_ADD", MODERATION),
                    entry("GUILD_BAN_REMOVE", MODERATION),
                    entry("PRESENCE_UPDATE", GUILD_PRESENCES),
                    entry("MESSAGE_CREATE", GUILD_MESSAGES),
                    entry("MESSAGE_UPDATE", GUILD_MESSAGES),
                    entry("MESSAGE_DELETE", GUILD_MESSAGES),
                    entry("MESSAGE_DELETE_BULK", GUILD_MESSAGES),
                    entry("MESSAGE_REACTION_ADD", REACTIONS),
                    entry("MESSAGE_REACTION_REMOVE", REACTIONS),
                    entry("TYPING_START", TYPING));
    private static final Map<String, Long> IN_DIRECT_MESSAGES =
            Map.of(
                    "MESSAGE_CREATE", DIRECT_MESSAGES,
                    "MESSAGE_UPDATE", DIRECT_MESSAGES,
                    "MESSAGE_DELETE", DIRECT_MESSAGES,
                    "CHANNEL_PINS_UPDATE", DIRECT_MESSAGES,
                    "MESSAGE_REACTION_ADD", DIRECT_REACTIONS,
                    "MESSAGE_REACTION_REMOVE", DIRECT_REACTIONS,
                    "TYPING_START", DIRECT_TYPING);

    private Intents() {}

    /** Whether there are no others among them. */
    static boolean valid(JsonNode intents) {
        return intents.canConvertToLong()
                && intents.asLong() >= 0
                && (intents.asLong() & ~ALL) == 0;
    }

    /** Whether somebody who asked for these hears of that event; some come to everybody. */
    static boolean cover(long intents, String type, JsonNode data) {
        boolean direct = !data.hasNonNull("guild_id");
        Long needed = direct ? IN_DIRECT_MESSAGES.get(type) : null;
        if (needed == null) {
            needed = IN_GUILDS.get(type);
        }
        return needed == null || (intents & needed) != 0;
    }
}
