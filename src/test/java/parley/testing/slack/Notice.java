package parley.testing.slack;

/**
 * Somebody whom a text of the bot notifies.
 *
 * @param who {@code @channel}, {@code @here}, {@code @everyone}, a user's or a user group's id
 */
public record Notice(String channel, String ts, String who) {}
