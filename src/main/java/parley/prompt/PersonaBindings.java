package parley.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The bindings that were set in chat; durable. A scope has at most one that never ends and one that
 * ends by itself, which hides the other while its time lasts. Safe for use by many threads; each
 * write is durable on return; failures of the store come as unchecked exceptions.
 */
public interface PersonaBindings {
    /** The binding in force at that time of the first of these scopes that has one. */
    Optional<PersonaBinding> first(List<BindingScope> scopes, Instant now);

    /**
     * Sets or replaces the binding of its scope. One that never ends takes the timed one away; a
     * timed one leaves the other as it is.
     */
    void bind(PersonaBinding binding);

    /** Removes both bindings of the scope; false when there was none. */
    boolean unbind(BindingScope scope);

    /** The bindings whose time was over at that time, the one that ended first in front. */
    List<PersonaBinding> ended(Instant now);

    /** Removes that timed binding; false when it is gone already or was replaced by another. */
    boolean end(PersonaBinding binding);
}
