package parley.claude;

import java.util.Optional;

/** One answer as it arrives. Read by one thread; {@link #close} may come from any other. */
public interface ClaudeStream extends AutoCloseable {
    /**
     * Waits for the next event. The last one is {@link StreamEvent.Finished}; after it, and after
     * {@link #close}, there is none.
     *
     * @throws ClaudeException when the request was refused or the stream broke; it is not sent
     *     again
     */
    Optional<StreamEvent> next();

    /** Ends the stream and its connection at once, also while {@link #next} waits; idempotent. */
    @Override
    void close();
}
