package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;
import parley.prompt.Persona;

/** Binds a persona to the place in which it is typed. */
final class PersonaSetCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona set",
                    "<name> [for channel|thread|workspace] [for 2h]",
                    "Lets that persona answer in this channel, or where and for how long you say;"
                            + " the name alone is enough.",
                    true);

    private final PersonaTools tools;
    private final ChangeDesk desk;

    PersonaSetCommand(PersonaTools tools, ChangeDesk desk) {
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
        Optional<Persona> persona = tools.find(command.channel().workspace(), name);
        if (persona.isEmpty()) {
            return PersonaWords.unknown(tools.personas(), name, command);
        }
        return switch (SetWords.read(arguments.subList(1, arguments.size()), command)) {
            case SetWords.Unclear(String answer) -> answer;
            case SetWords.Found(BindingScope scope, Optional<HowLong> howLong) ->
                    propose(command, persona.get(), scope, howLong);
        };
    }

    private String propose(
            Command command, Persona persona, BindingScope scope, Optional<HowLong> howLong) {
        Origin origin = Origin.of(command);
        return desk.propose(origin, new SetChange(tools, origin, persona.id(), scope, howLong))
                .text();
    }

    /** Several words are a command when they name a persona, or end in a place or a time. */
    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        if (arguments.size() <= 1) {
            return true;
        }
        List<String> behind = arguments.subList(1, arguments.size());
        return SetWords.sort(behind).isPresent()
                || (named(behind) && tools.find(workspace, arguments.getFirst()).isPresent());
    }

    /** Whether it has the form {@code for … [for …]}, even where nothing has such a name. */
    private static boolean named(List<String> words) {
        return Place.isNamed(words)
                || (words.size() == 4
                        && Place.isNamed(words.subList(0, 2))
                        && Place.isNamed(words.subList(2, 4)));
    }
}
