package parley.testing;

import java.nio.file.Path;
import java.time.InstantSource;
import parley.chat.Ticker;
import parley.prompt.PersonaBindings;
import parley.prompt.PromptRegistry;

/** Registries whose history is forgotten with them. */
public final class TestPersonas {
    private TestPersonas() {}

    /** The personas of this repository, with nothing set in chat. */
    public static PromptRegistry bundled(Ticker ticker) {
        return open(Path.of("prompts"), new MemoryPersonaBindings(), ticker);
    }

    public static PromptRegistry open(Path folder, PersonaBindings bindings, Ticker ticker) {
        return PromptRegistry.open(
                folder, bindings, new MemoryPersonaVersions(), ticker, InstantSource.system());
    }
}
