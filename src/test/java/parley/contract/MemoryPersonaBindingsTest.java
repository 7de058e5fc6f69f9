package parley.contract;

import parley.prompt.PersonaBindings;
import parley.testing.MemoryPersonaBindings;

final class MemoryPersonaBindingsTest extends PersonaBindingsContract {
    private final MemoryPersonaBindings bindings = new MemoryPersonaBindings();

    @Override
    protected PersonaBindings bindings() {
        return bindings;
    }
}
