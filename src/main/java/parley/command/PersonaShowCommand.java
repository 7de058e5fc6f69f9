package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;
import parley.prompt.PersonaSettings;
import parley.prompt.PromptRegistry;
import parley.prompt.Resolution;

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
                "Shows a persona's settings and prompt; without a name, of the one that answers"
                        + " here, and why.",
                false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        if (arguments.isEmpty()) {
            Resolution here = personas.explain(command.channel(), command.thread());
            return show(here.persona(), "\n" + PersonaCommand.why(here.reason()));
        }
        String name = arguments.getFirst();
        return PersonaWords.find(personas, command.channel().workspace(), name)
                .map(persona -> show(persona, ""))
                .orElseGet(() -> PersonaWords.unknown(personas, name, command));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1;
    }

    /**
     * @param why it answers here, as a line of its own
     */
    private static String show(Persona persona, String why) {
        String settings =
                PersonaSettings.of(persona).entrySet().stream()
                        .map(setting ->
                                "- " + setting.getKey() + ": " + Markdown.code(setting.getValue()))
                        .collect(Collectors.joining("\n"));
        return "**"
                + persona.id()
                + "** – "
                + persona.description()
                + why
                + "\n\n"
                + settings
                + "\n- version: "
                + Markdown.code(persona.hash())
                + "\n\n"
                + Markdown.block(persona.prompt());
    }
}
