package parley.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parley.chat.Author;

/**
 * A change that waits, or waited, for a second admin; immutable.
 *
 * @param id 1 to 20 letters and digits that cannot be guessed
 * @param data as {@link Change#data}
 */
public record ChangeRequest(
        String id,
        Origin origin,
        String kind,
        Map<String, String> data,
        Instant at,
        State state,
        Optional<Decision> decision) {
    /** For so long it can be decided. */
    static final Duration LASTS = Duration.ofDays(7);

    /** How far it has come. */
    public enum State {
        OPEN,
        REFUSED,
        /** It has to be made still, also after a crash. */
        APPROVED,
        /** Approved, and made or found not to fit. */
        CLOSED
    }

    /** Who decided, and when. */
    public record Decision(Author by, Instant at) {}

    public ChangeRequest {
        data = Map.copyOf(data);
    }

    boolean expired(Instant now) {
        return state == State.OPEN && !now.isBefore(at.plus(LASTS));
    }
}
