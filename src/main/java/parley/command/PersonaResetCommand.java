package parley.command;

import java.util.List;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBindings;
import parley.prompt.PromptRegistry;
import parley.prompt.Resolution;

/** Takes back what was set for a place in chat. */
final class PersonaResetCommand implements ChatCommand {
    private final PromptRegistry personas;
    private final PersonaBindings bindings;

    PersonaResetCommand(PromptRegistry personas, PersonaBindings bindings) {
        this.personas = personas;
        this.bindings = bindings;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "persona reset",
                "[for channel|thread|workspace]",
                "Takes back what was set for this channel, or where you say.",
                true);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        return switch (PlaceWords.read(arguments, command)) {
            case PlaceWords.Unclear(String answer) -> answer;
            case PlaceWords.Found(BindingScope scope) -> reset(command, scope);
        };
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return Place.parse(arguments).isPresent() || Place.isNamed(arguments);
    }

    private String reset(Command command, BindingScope scope) {
        String done =
                bindings.unbind(scope)
                        ? "Taken back for " + Place.words(scope) + "."
                        : "Nothing had been set in chat for " + Place.words(scope) + ".";
        Resolution here = personas.explain(command.channel(), command.thread());
        return done
                + " **"
                + here.persona().id()
                + "** answers here. "
                + PersonaCommand.why(here.reason());
    }
}
