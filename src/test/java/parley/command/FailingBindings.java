package parley.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;

/** A store whose disk is full. */
final class FailingBindings implements PersonaBindings {
    @Override
    public Optional<PersonaBinding> first(List<BindingScope> scopes, Instant now) {
        throw new IllegalStateException("disk full");
    }

    @Override
    public void bind(PersonaBinding binding) {
        throw new IllegalStateException("disk full");
    }

    @Override
    public boolean unbind(BindingScope scope) {
        throw new IllegalStateException("disk full");
    }

    @Override
    public List<PersonaBinding> ended(Instant now) {
        throw new IllegalStateException("disk full");
    }

    @Override
    public boolean end(PersonaBinding binding) {
        throw new IllegalStateException("disk full");
    }
}
