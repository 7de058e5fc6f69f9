package parley.prompt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which persona a place gets. The narrowest scope wins: thread, channel, workspace,
 * platform; in one scope, what was set in chat wins over channels.yaml; where nothing is set it is
 * {@code default}. A binding to a persona that is gone, or was never in this workspace, counts as
 * not set, and so does one whose time is over. Nothing is cached: the common case is one read of
 * the store by key.
 */
final class BindingResolver {
    private static final Logger log = LoggerFactory.getLogger(BindingResolver.class);
    private static final PersonaId DEFAULT = new PersonaId("default");
    private static final int MOST_WARNED = 1_000;

    private final PersonaBindings bindings;
    private final InstantSource clock;
    private final Set<PersonaBinding> warned = ConcurrentHashMap.newKeySet();

    BindingResolver(PersonaBindings bindings, InstantSource clock) {
        this.bindings = bindings;
        this.clock = clock;
    }

    /**
     * @param scopes narrowest first
     */
    Resolution resolve(WorkspacePersonas personas, List<BindingScope> scopes) {
        Instant now = clock.instant();
        List<BindingScope> left = scopes;
        while (!left.isEmpty()) {
            Optional<PersonaBinding> inChat = bindings.first(left, now);
            int level = inChat.map(PersonaBinding::scope).map(left::indexOf).orElse(left.size());
            Optional<Resolution> found =
                    inFile(personas, left.subList(0, level))
                            .or(() -> inChat.flatMap(binding -> inChat(personas, binding)))
                            .or(() ->
                                    inChat.flatMap(this::beneath)
                                            .flatMap(binding -> inChat(personas, binding)));
            if (found.isPresent()) {
                return found.get();
            }
            // Only a binding whose persona is gone leaves its own scope and wider ones to look at.
            inChat.ifPresent(this::warnOnce);
            int next = Math.min(level + 1, left.size());
            Optional<Resolution> same = inFile(personas, left.subList(level, next));
            if (same.isPresent()) {
                return same.get();
            }
            left = left.subList(next, left.size());
        }
        return new Resolution(
                personas.find(DEFAULT).orElseThrow(), new Resolution.Reason.NothingSet());
    }

    private static Optional<Resolution> inFile(
            WorkspacePersonas personas, List<BindingScope> scopes) {
        Stream<FileBinding> set =
                scopes.stream().flatMap(scope -> personas.binding(scope).stream());
        return set.findFirst()
                .map(binding ->
                        new Resolution(
                                personas.find(binding.persona()).orElseThrow(),
                                new Resolution.Reason.SetInFile(binding.scope(), binding.line())));
    }

    private static Optional<Resolution> inChat(WorkspacePersonas personas, PersonaBinding binding) {
        return personas.find(binding.persona())
                .map(persona -> new Resolution(persona, new Resolution.Reason.SetInChat(binding)));
    }

    /** What a timed binding hides in its scope: what is in force there at its end. */
    private Optional<PersonaBinding> beneath(PersonaBinding binding) {
        return binding.until().flatMap(end -> bindings.first(List.of(binding.scope()), end));
    }

    private void warnOnce(PersonaBinding binding) {
        if (warned.size() < MOST_WARNED && warned.add(binding)) {
            log.warn(
                    "{} is bound to persona '{}', which is gone: the next wider binding is used",
                    binding.scope().key(),
                    binding.persona());
        }
    }
}
