package parley.chat;

import java.time.Instant;

/**
 * A press of a button under the answer {@code turn}.
 *
 * @param standing of the author, as the platform, asked by id, says now; {@link Standing#GUEST}
 *     where it cannot say
 */
public record Press(
        EventId event,
        ThreadId thread,
        Author author,
        Standing standing,
        Instant at,
        Button button,
        Reference turn) {
    public boolean admin() {
        return standing == Standing.ADMIN;
    }
}
