package parley.command;

import java.time.InstantSource;
import parley.prompt.PersonaBindings;
import parley.prompt.PromptRegistry;

/** The commands about personas. */
public final class PersonaCommands {
    private PersonaCommands() {}

    public static CommandGroup of(
            PromptRegistry personas, PersonaBindings bindings, InstantSource clock) {
        return CommandGroup.of(
                new PersonaCommand(personas),
                new PersonaListCommand(personas),
                new PersonaShowCommand(personas),
                new PersonaSetCommand(personas, bindings, clock),
                new PersonaResetCommand(personas, bindings));
    }
}
