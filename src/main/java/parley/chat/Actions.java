package parley.chat;

import java.util.Optional;

/** Carries out presses of buttons; safe for use by many threads. */
@FunctionalInterface
public interface Actions {
    /** Carries the press out, or says in one sentence, for the presser only, why it did not. */
    Optional<String> press(Press press);
}
