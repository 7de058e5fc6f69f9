package parley.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Handlers;

/** The program behind the playground, once it is there. Safe for use by many threads. */
final class Core {
    private static final Logger LOG = LoggerFactory.getLogger(Core.class);
    private volatile Optional<Handlers> handlers = Optional.empty();

    void open(Handlers opened) {
        handlers = Optional.of(opened);
    }

    void close() {
        handlers = Optional.empty();
    }

    /**
     * What takes the people's requests.
     *
     * @throws Refusal while it is not there
     */
    Handlers handlers() {
        return handlers.orElseThrow(() ->
                Refusal.unavailable("Parley is starting or stopping. Try again in a moment."));
    }

    /** What the action gives; its faults are {@link Refusal}s in plain words. */
    static <T> T stored(Supplier<T> action) {
        try {
            return action.get();
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the playground's store failed", e);
            throw Refusal.unavailable(
                    "Parley could not store this, so it is not done yet. Try again in a moment.");
        }
    }
}
