package parley.testing;

import java.time.Instant;
import java.util.Comparator;
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
    private final Map<BindingScope, PersonaBinding> lasting = new ConcurrentHashMap<>();
    private final Map<BindingScope, PersonaBinding> timed = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public Optional<PersonaBinding> first(List<BindingScope> scopes, Instant now) {
        reads.incrementAndGet();
        return scopes.stream().flatMap(scope -> find(scope, now).stream()).findFirst();
    }

    private Optional<PersonaBinding> find(BindingScope scope, Instant now) {
        return Optional.ofNullable(timed.get(scope))
                .filter(binding -> binding.until().orElseThrow().isAfter(now))
                .or(() -> Optional.ofNullable(lasting.get(scope)));
    }

    @Override
    public void bind(PersonaBinding binding) {
        if (binding.until().isPresent()) {
            timed.put(binding.scope(), binding);
        } else {
            timed.remove(binding.scope());
            lasting.put(binding.scope(), binding);
        }
    }

    @Override
    public boolean unbind(BindingScope scope) {
        boolean ending = timed.remove(scope) != null;
        return lasting.remove(scope) != null || ending;
    }

    @Override
    public List<PersonaBinding> ended(Instant now) {
        return timed.values().stream()
                .filter(binding -> !binding.until().orElseThrow().isAfter(now))
                .sorted(Comparator.comparing(binding -> binding.until().orElseThrow()))
                .toList();
    }

    @Override
    public boolean end(PersonaBinding binding) {
        return timed.remove(binding.scope(), binding);
    }

    public int reads() {
        return reads.get();
    }
}
