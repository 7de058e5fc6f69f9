package parley.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The wishes to be forgotten. Safe for use by many threads; each write is durable on return.
 * Failures of the store come as unchecked exceptions.
 */
public interface Erasures {
    /**
     * Remembers the wish; it means all that is known of the person now, whatever the platform's
     * clock says.
     */
    ErasureRequest add(Subject.Person person, Instant now);

    /** Remembers the wish; empty while something in the thread waits or is being answered. */
    Optional<ErasureRequest> add(Subject.Conversation thread, Instant now);

    /** Those that are not carried out to the end, oldest first. */
    List<ErasureRequest> open();

    /** The newest of each person, whether carried out or not, oldest first. */
    List<ErasureRequest> people();

    void done(ErasureRequest request, Instant now);
}
