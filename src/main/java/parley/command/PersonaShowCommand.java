package parley.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.claude.ModelId;
import parley.prompt.Persona;
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
                .orElseGet(() -> PersonaWords.unknown(personas, name));
    }

    private static String show(Persona persona) {
        return "**"
                + persona.id()
                + "** – "
                + persona.description()
                + "\n\n"
                + String.join("\n", settings(persona))
                + "\n\n"
                + Markdown.block(persona.prompt());
    }

    private static List<String> settings(Persona persona) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "- model: " + persona.model().map(PersonaShowCommand::code).orElse("the default"));
        lines.add("- max_tokens: " + persona.maxTokens());
        persona.effort().ifPresent(effort -> lines.add("- effort: " + effort.wire()));
        persona.temperature().ifPresent(value -> lines.add("- temperature: " + value));
        if (!persona.stopSequences().isEmpty()) {
            lines.add("- stop_sequences: " + codes(persona.stopSequences()));
        }
        if (!persona.fallbackModels().isEmpty()) {
            lines.add("- fallback_models: " + codes(persona.fallbackModels()));
        }
        lines.add("- footer: " + (persona.footer() ? "on" : "off"));
        lines.add("- version: " + Markdown.code(persona.hash()));
        return lines;
    }

    private static String code(ModelId model) {
        return Markdown.code(model.value());
    }

    private static String codes(List<?> values) {
        return values.stream()
                .map(value -> Markdown.code(value.toString()))
                .collect(Collectors.joining(", "));
    }
}
