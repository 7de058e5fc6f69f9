package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaId;

/** Opens a window in which a persona begins that lives in chat only. */
final class PersonaNewCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona new",
                    "<name>",
                    "Opens a window to write a new persona for this workspace.",
                    true);

    private final PersonaTools tools;

    PersonaNewCommand(PersonaTools tools) {
        this.tools = tools;
    }

    @Override
    public CommandInfo info() {
        return INFO;
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        Slash slash = Slash.in(command);
        if (arguments.isEmpty()) {
            return CommandReply.told(
                    "What shall it be called? Write "
                            + slash.usage(INFO)
                            + ", such as "
                            + slash.typed("persona new release-notes")
                            + ".");
        }
        Optional<PersonaId> id = PersonaWords.id(arguments.getFirst());
        if (id.isEmpty()) {
            return CommandReply.told(
                    Markdown.code(arguments.getFirst())
                            + " cannot be a persona's name: it has 1 to 40 letters, digits and"
                            + " hyphens, such as `release-notes`.");
        }
        if (Place.WORDS.contains(arguments.getFirst())) {
            return CommandReply.told(
                    Markdown.code(arguments.getFirst())
                            + " cannot be a persona's name: in commands it is a place.");
        }
        return tools.personas().version(command.channel().workspace(), id.get()).isPresent()
                ? CommandReply.told(
                        "There is a persona **"
                                + id.get()
                                + "** already. "
                                + slash.typed("persona edit " + id.get())
                                + " changes it.")
                : new CommandReply.Asks(PersonaWindow.of(id.get(), Optional.empty()));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1;
    }
}
