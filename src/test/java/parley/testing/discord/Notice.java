package parley.testing.discord;

/**
 * Somebody is woken by a message of the bot.
 *
 * @param who a user or role id, {@code @everyone} or {@code @here}
 */
public record Notice(long channel, long message, String who) {}
