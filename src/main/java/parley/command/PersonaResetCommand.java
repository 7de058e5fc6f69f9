package parley.command;

import java.util.List;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;
import parley.prompt.Persona;
import parley.prompt.PersonaVersion;
import parley.prompt.Resolution;

/** Takes back what was set for a place in chat, or what was written of a persona. */
final class PersonaResetCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona reset",
                    "[name | for channel|thread|workspace]",
                    "Takes back what was set for this channel, or where you say; with a name, what"
                            + " was written in chat for that persona.",
                    true);

    private final PersonaTools tools;
    private final ChangeDesk desk;

    PersonaResetCommand(PersonaTools tools, ChangeDesk desk) {
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
        if (arguments.size() == 1 && !Place.WORDS.contains(arguments.getFirst())) {
            String name = arguments.getFirst();
            return tools.find(command.channel().workspace(), name)
                    .map(persona -> restore(command, persona))
                    .orElseGet(() -> PersonaWords.unknown(tools.personas(), name, command));
        }
        if (both(command.channel().workspace(), arguments)) {
            Slash slash = Slash.in(command);
            return "Take back one at a time: what was written of a persona with "
                    + slash.typed("persona reset " + arguments.getFirst())
                    + ", or what was set for a place with "
                    + slash.typed("persona reset")
                    + " and the place alone. Nothing was changed.";
        }
        return switch (PlaceWords.read(arguments, command)) {
            case PlaceWords.Unclear(String answer) -> answer;
            case PlaceWords.Found(BindingScope scope) -> unset(command, scope);
        };
    }

    /** Whether a persona is named and then a place, which can be meant in two ways. */
    private boolean both(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() > 1
                && Place.parse(arguments.subList(1, arguments.size())).isPresent()
                && tools.find(workspace, arguments.getFirst()).isPresent();
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return Place.parse(arguments).isPresent()
                || Place.isNamed(arguments)
                || both(workspace, arguments)
                || (arguments.size() == 1
                        && tools.find(workspace, arguments.getFirst()).isPresent());
    }

    private String unset(Command command, BindingScope scope) {
        Origin origin = Origin.of(command);
        if (tools.bindings().first(List.of(scope), tools.clock().instant()).isPresent()) {
            return desk.propose(origin, new UnsetChange(tools, origin, scope)).text();
        }
        Resolution here = tools.personas().explain(command.channel(), command.thread());
        return "Nothing had been set in chat for "
                + Place.words(scope)
                + ". **"
                + here.persona().id()
                + "** answers here. "
                + PersonaCommand.why(here.reason());
    }

    private String restore(Command command, Persona persona) {
        return tools.personas()
                .version(command.channel().workspace(), persona.id())
                .filter(PersonaVersion::overrides)
                .map(version -> restore(Origin.of(command), version))
                .orElseGet(() ->
                        "**"
                                + persona.id()
                                + "** is as its file `prompts/"
                                + persona.id()
                                + ".md` has it: there is nothing to take back.");
    }

    private String restore(Origin origin, PersonaVersion version) {
        return desk.propose(
                        origin,
                        new RestoreChange(tools, origin, version.persona(), version.number()))
                .text();
    }
}
