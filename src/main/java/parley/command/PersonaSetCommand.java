package parley.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;
import parley.prompt.Persona;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;
import parley.prompt.PromptRegistry;
import parley.prompt.Resolution;

/** Binds a persona to the place in which it is typed. */
final class PersonaSetCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona set",
                    "<name> [for channel|thread|workspace]",
                    "Lets that persona answer in this channel, or where you say; the name alone is"
                            + " enough.",
                    true);

    private final PromptRegistry personas;
    private final PersonaBindings bindings;
    private final InstantSource clock;

    PersonaSetCommand(PromptRegistry personas, PersonaBindings bindings, InstantSource clock) {
        this.personas = personas;
        this.bindings = bindings;
        this.clock = clock;
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
        Slash slash = Slash.in(command);
        if (arguments.isEmpty()) {
            return "Which persona? Write "
                    + slash.usage(INFO)
                    + "; "
                    + slash.typed("persona list")
                    + " shows all.";
        }
        String name = arguments.getFirst();
        Optional<Persona> persona =
                PersonaWords.find(personas, command.channel().workspace(), name);
        if (persona.isEmpty()) {
            return PersonaWords.unknown(personas, name, command);
        }
        return switch (PlaceWords.read(arguments.subList(1, arguments.size()), command)) {
            case PlaceWords.Unclear(String answer) -> answer;
            case PlaceWords.Found(BindingScope scope) -> set(command, scope, persona.get());
        };
    }

    /** Several words are a command when they name a persona, or end in a place. */
    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        if (arguments.size() <= 1) {
            return true;
        }
        List<String> place = arguments.subList(1, arguments.size());
        return Place.parse(place).isPresent()
                || (Place.isNamed(place)
                        && PersonaWords.find(personas, workspace, arguments.getFirst())
                                .isPresent());
    }

    private String set(Command command, BindingScope scope, Persona persona) {
        bindings.bind(new PersonaBinding(scope, persona.id(), command.author(), clock.instant()));
        Resolution here = personas.explain(command.channel(), command.thread());
        String answer =
                "From the next question on, **"
                        + persona.id()
                        + "** answers in "
                        + Place.words(scope)
                        + ".";
        return here.persona().id().equals(persona.id())
                ? answer
                : answer
                        + "\nHere it stays **"
                        + here.persona().id()
                        + "**: "
                        + PersonaCommand.why(here.reason());
    }
}
