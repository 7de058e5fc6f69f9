package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaVersion;

/** Opens a window with a persona in it. */
final class PersonaEditCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona edit",
                    "<name>",
                    "Opens a window to change a persona for this workspace.",
                    true);

    private final PersonaTools tools;

    PersonaEditCommand(PersonaTools tools) {
        this.tools = tools;
    }

    @Override
    public CommandInfo info() {
        return INFO;
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        if (arguments.isEmpty()) {
            return CommandReply.told(PersonaWords.which(INFO, command));
        }
        String name = arguments.getFirst();
        Optional<PersonaVersion> inUse =
                PersonaWords.id(name)
                        .flatMap(id -> tools.personas().version(command.channel().workspace(), id));
        return inUse.<CommandReply>map(version ->
                        new CommandReply.Asks(PersonaWindow.of(version.persona(), inUse)))
                .orElseGet(() -> CommandReply.told(unknown(name, command)));
    }

    private String unknown(String name, Command command) {
        String make =
                PersonaWords.id(name)
                        .map(id ->
                                " "
                                        + Slash.in(command).typed("persona new " + id)
                                        + " makes one of that name.")
                        .orElse("");
        return PersonaWords.unknown(tools.personas(), name, command) + make;
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1;
    }
}
