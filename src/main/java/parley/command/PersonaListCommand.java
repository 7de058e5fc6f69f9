package parley.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/** Lists the personas. */
final class PersonaListCommand implements ChatCommand {
    private final PersonaTools tools;

    PersonaListCommand(PersonaTools tools) {
        this.tools = tools;
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
        WorkspaceId workspace = command.channel().workspace();
        PersonaId here =
                tools.personas().explain(command.channel(), command.thread()).persona().id();
        Set<PersonaId> changed = tools.versions().changedIn(workspace);
        return tools.personas().all(workspace).stream()
                .map(persona ->
                        line(persona)
                                + (changed.contains(persona.id()) ? edited(workspace, persona) : "")
                                + (persona.id().equals(here) ? " *(answers here)*" : ""))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }

    private static String line(Persona persona) {
        return "- **" + persona.id() + "** – " + persona.description();
    }

    private String edited(WorkspaceId workspace, Persona persona) {
        return tools.personas()
                .version(workspace, persona.id())
                .filter(PersonaVersion::overrides)
                .map(version -> " *(written in chat)*")
                .orElse("");
    }
}
