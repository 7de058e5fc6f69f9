package parley.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;

/**
 * The requests for changes. Safe for use by many threads; each write is durable on return; failures
 * of the store come as unchecked exceptions.
 */
public interface ChangeRequests {
    void add(ChangeRequest request);

    Optional<ChangeRequest> find(String id);

    /**
     * Decides an open one.
     *
     * @param state {@code REFUSED} or {@code APPROVED}
     * @return false when it is not open any more: of two who decide at once, one wins
     */
    boolean decide(String id, State state, Decision decision);

    /** Notes that all was done that follows from an approval. */
    void close(String id);

    /** Those that are approved and not closed, oldest first. */
    List<ChangeRequest> unfinished();

    void remove(String id);

    /** Removes those that were made before then, however far they have come. */
    void removeBefore(Instant then);
}
