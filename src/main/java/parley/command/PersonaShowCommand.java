package parley.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.prompt.Persona;
import parley.prompt.PersonaSettings;
import parley.prompt.PromptRegistry;

/** Shows a persona's settings and its whole prompt. */
final class PersonaShowCommand implements ChatCommand {
    private final PromptRegistry personas;

    PersonaShowCommand(PromptRegistry personas) {
        this.personas = personas;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "persona show",
                "[name]",
                "Shows a persona's settings and prompt, else those of the one here.",
                false);
    }

    @Override
    public String run(Command command, List<String> arguments) {
        if (arguments.isEmpty()) {
            return show(personas.explain(command.channel(), command.thread()).persona());
        }
        String name = arguments.getFirst();
        Optional<Persona> persona = PersonaWords.find(personas, name);
        return persona.map(PersonaShowCommand::show)
                .orElseGet(() -> PersonaWords.unknown(personas, name, Slash.in(command)));
    }

    @Override
    public boolean takes(List<String> arguments) {
        return arguments.size() <= 1;
    }

    private static String show(Persona persona) {
        String settings =
                PersonaSettings.of(persona).entrySet().stream()
                        .map(setting ->
                                "- " + setting.getKey() + ": " + Markdown.code(setting.getValue()))
                        .collect(Collectors.joining("\n"));
        return "**"
                + persona.id()
                + "** – "
                + persona.description()
                + "\n\n"
                + settings
                + "\n- version: "
                + Markdown.code(persona.hash())
                + "\n\n"
                + Markdown.block(persona.prompt());
    }
}
