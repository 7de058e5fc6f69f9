package parley.command;

import java.util.List;
import java.util.Optional;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;

/** A store whose disk is full. */
final class FailingBindings implements PersonaBindings {
    @Override
    public Optional<PersonaBinding> first(List<BindingScope> scopes) {
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
}
