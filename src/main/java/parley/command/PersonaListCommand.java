package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;
import parley.prompt.PersonaId;
import parley.prompt.PromptRegistry;

/** Lists the personas. */
final class PersonaListCommand implements ChatCommand {
    private final PromptRegistry personas;

    PersonaListCommand(PromptRegistry personas) {
        this.personas = personas;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo("persona list", "", "Lists the personas.", false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command));
    }

    private String text(Command command) {
        PersonaId here = personas.explain(command.channel(), command.thread()).persona().id();
        return personas.all(command.channel().workspace()).stream()
                .map(persona -> line(persona, persona.id().equals(here)))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }

    private static String line(Persona persona, boolean here) {
        return "- **"
                + persona.id()
                + "** – "
                + persona.description()
                + (here ? " *(answers here)*" : "");
    }
}
