package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaVersion;

/** Lets an earlier version of a persona answer again. */
final class PersonaRollbackCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona rollback",
                    "<name> <version>",
                    "Lets an earlier version of a persona answer again.",
                    true);

    private final PersonaTools tools;
    private final ChangeDesk desk;

    PersonaRollbackCommand(PersonaTools tools, ChangeDesk desk) {
        this.tools = tools;
        this.desk = desk;
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
                .map(known -> rollback(known, arguments.subList(1, arguments.size()), command))
                .orElseGet(() -> PersonaWords.unknown(tools.personas(), name, command));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1
                || (arguments.size() == 2 && PersonaWords.number(arguments.getLast()).isPresent());
    }

    private String rollback(PersonaTools.Known known, List<String> words, Command command) {
        Slash slash = Slash.in(command);
        if (words.size() != 1) {
            return "To which version? Write "
                    + slash.usage(INFO)
                    + "; "
                    + slash.typed("persona history " + known.id())
                    + " shows all.";
        }
        String word = words.getFirst();
        return PersonaWords.number(word)
                .flatMap(known::version)
                .map(version -> rollback(known, version, command))
                .orElseGet(() -> PersonaWords.unknownVersion(word, known.id(), command));
    }

    private String rollback(PersonaTools.Known known, PersonaVersion to, Command command) {
        Optional<PersonaVersion> now = known.inUse();
        if (now.filter(it -> it.text().equals(to.text())).isPresent()) {
            return "Version "
                    + to.number()
                    + " of **"
                    + known.id()
                    + "** has the text that is in use, so nothing was changed.";
        }
        Origin origin = Origin.of(command);
        return desk.propose(
                        origin,
                        new RollbackChange(
                                tools,
                                origin,
                                known.id(),
                                to.number(),
                                now.map(PersonaVersion::number).orElse(0)))
                .text();
    }
}
