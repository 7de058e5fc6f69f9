package parley.chat;

import java.time.Instant;

/**
 * A press of a button under the answer {@code turn}.
 *
 * @param admin whether the platform, asked by id, says that the author may administer the bot
 */
public record Press(
        EventId event,
        ThreadId thread,
        Author author,
        boolean admin,
        Instant at,
        Button button,
        Reference turn) {}
