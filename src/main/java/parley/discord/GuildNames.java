package parley.discord;

import java.util.Optional;

/**
 * Names within one server, as far as they are known. Those of another server are never told: who
 * guesses its ids would read its names. Safe for use by many threads; returns at once.
 */
interface GuildNames {
    Optional<String> channel(long guild, long channel);

    Optional<String> role(long guild, long role);

    /** The role that Discord made for the bot, by which people mention it as well. */
    Optional<Long> ownRole(long guild);
}
