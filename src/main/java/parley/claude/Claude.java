package parley.claude;

import java.util.Optional;

/** A server that speaks the Messages API, or the offline model. Safe for use by many threads. */
public interface Claude extends AutoCloseable {
    /**
     * Prepares one answer. Nothing is sent before the first {@link ClaudeStream#next}; the stream
     * must be closed.
     */
    ClaudeStream stream(ClaudeRequest request);

    /** What the model can take, asked once of the server where it tells; never fails. */
    ModelFacts facts(ModelId model);

    /**
     * Asks the server for the model, without spending tokens.
     *
     * @return what is wrong; empty when the model can be asked
     */
    Optional<ClaudeException> check(ModelId model);

    /** Makes the first real request fast; failures are ignored. Blocks for up to some seconds. */
    void warmUp();

    /** Whether this is the built-in offline model, which every answer must say. */
    boolean offline();

    /** Closes idle connections; streams under way end with a failure. */
    @Override
    void close();
}
