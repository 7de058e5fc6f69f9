package parley.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;

/** Bindings that are forgotten with the object, and count how often they were read. */
public final class MemoryPersonaBindings implements PersonaBindings {
    private final Map<BindingScope, PersonaBinding> bindings = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public Optional<PersonaBinding> first(List<BindingScope> scopes) {
        reads.incrementAndGet();
        return scopes.stream()
                .flatMap(scope -> Optional.ofNullable(bindings.get(scope)).stream())
                .findFirst();
    }

    @Override
    public void bind(PersonaBinding binding) {
        bindings.put(binding.scope(), binding);
    }

    @Override
    public boolean unbind(BindingScope scope) {
        return bindings.remove(scope) != null;
    }

    public int reads() {
        return reads.get();
    }
}
