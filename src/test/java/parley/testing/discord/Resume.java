package parley.testing.discord;

/**
 * A bot went on with its session, or tried to.
 *
 * @param connection on which, from 1
 * @param session its id
 * @param seq the last thing that the bot had heard
 * @param replayed how much was told again; -1 when the session could not go on
 */
public record Resume(int connection, String session, long seq, int replayed) {}
