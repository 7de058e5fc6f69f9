package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;
import parley.prompt.PersonaSettings;
import parley.prompt.PersonaVersion;
import parley.prompt.Resolution;

/** Shows a persona's settings, its version and its whole prompt. */
final class PersonaShowCommand implements ChatCommand {
    private final PersonaTools tools;

    PersonaShowCommand(PersonaTools tools) {
        this.tools = tools;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "persona show",
                "[name]",
                "Shows a persona's settings, version and prompt; without a name, of the one that"
                        + " answers here, and why.",
                false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        if (arguments.isEmpty()) {
            Resolution here = tools.personas().explain(command.channel(), command.thread());
            return show(here.persona(), "\n" + PersonaCommand.why(here.reason()), command);
        }
        String name = arguments.getFirst();
        return tools.find(command.channel().workspace(), name)
                .map(persona -> show(persona, "", command))
                .orElseGet(() -> PersonaWords.unknown(tools.personas(), name, command));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1;
    }

    /**
     * @param why it answers here, as a line of its own
     */
    private String show(Persona persona, String why, Command command) {
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
                + version(persona, command)
                + "\n\n"
                + Markdown.block(persona.prompt());
    }

    private String version(Persona persona, Command command) {
        return tools.personas()
                .version(command.channel().workspace(), persona.id())
                .map(version ->
                        "\n- version: "
                                + Outcomes.line(version)
                                + overriding(version, Slash.in(command)))
                .orElse("");
    }

    private String overriding(PersonaVersion version, Slash slash) {
        if (!version.overrides()) {
            return "";
        }
        String back = slash.typed("persona reset " + version.persona());
        return tools.personas().hasFile(version.persona())
                ? "\n\nThis overrides the file `prompts/"
                        + version.persona()
                        + ".md`; "
                        + back
                        + " takes it back."
                : "\n\nThis persona lives in chat only, without a file; "
                        + back
                        + " takes it away.";
    }
}
