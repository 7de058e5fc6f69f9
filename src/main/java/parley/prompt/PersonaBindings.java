package parley.prompt;

import java.util.List;
import java.util.Optional;

/** The bindings that were set in chat; durable. Safe for use by many threads. */
public interface PersonaBindings {
    /** The binding of the first of these scopes that has one. */
    Optional<PersonaBinding> first(List<BindingScope> scopes);

    /** Sets or replaces the binding of its scope; durable on return. */
    void bind(PersonaBinding binding);

    /** Removes the binding; false when there was none. Durable on return. */
    boolean unbind(BindingScope scope);
}
