package parley.chat;

import java.util.Optional;

/** For adapters that can lose their platform while the program runs. */
@FunctionalInterface
public interface Supervised {

    /**
     * What keeps questions from coming in just now, as a plain sentence; empty when they do. Safe
     * for use by many threads; returns at once.
     */
    Optional<String> fault();
}
