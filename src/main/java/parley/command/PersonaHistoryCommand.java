package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaVersion;

/** Lists the versions of a persona, newest first. */
final class PersonaHistoryCommand implements ChatCommand {
    private static final int MOST = 20;
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona history",
                    "<name>",
                    "Lists a persona's versions: who made them, when and why.",
                    false);

    private final PersonaTools tools;

    PersonaHistoryCommand(PersonaTools tools) {
        this.tools = tools;
    }

    @Override
    public CommandInfo info() {
        return INFO;
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        if (arguments.isEmpty()) {
            return PersonaWords.which(INFO, command);
        }
        String name = arguments.getFirst();
        return tools.known(command.channel().workspace(), name)
                .map(PersonaHistoryCommand::history)
                .orElseGet(() -> PersonaWords.unknown(tools.personas(), name, command));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1;
    }

    private static String history(PersonaTools.Known known) {
        int inUse = known.inUse().map(PersonaVersion::number).orElse(0);
        String lines =
                known.history().reversed().stream()
                        .limit(MOST)
                        .map(version ->
                                "- "
                                        + Outcomes.line(version)
                                        + (version.number() == inUse ? " *(in use)*" : ""))
                        .collect(Collectors.joining("\n"));
        int older = known.history().size() - MOST;
        return "**"
                + known.id()
                + "**, newest first:\n"
                + lines
                + (older > 0 ? "\n… and " + older + " older ones" : "");
    }
}
