package parley.chat;

import java.util.Optional;

/** For adapters that look for what people said while they did not hear. */
@FunctionalInterface
public interface CatchesUp {

    /**
     * What came of the newest search that ended, for people; empty before there was one. Safe for
     * use by many threads; returns at once.
     */
    Optional<String> caughtUp();
}
