package parley.command;

import java.util.List;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaBinding;
import parley.prompt.PromptRegistry;
import parley.prompt.Resolution;
import parley.prompt.Resolution.Reason;

/** Says which persona answers here, and why. */
final class PersonaCommand implements ChatCommand {
    private final PromptRegistry personas;

    PersonaCommand(PromptRegistry personas) {
        this.personas = personas;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo("persona", "", "Says which persona answers here, and why.", false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        if (!arguments.isEmpty()) {
            return unknownWord(Slash.in(command), arguments.getFirst());
        }
        Resolution here = personas.explain(command.channel(), command.thread());
        return "**"
                + here.persona().id()
                + "** answers here: "
                + here.persona().description()
                + "\n"
                + why(here.reason());
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }

    private static String unknownWord(Slash slash, String word) {
        return "I do not know "
                + slash.quoted("persona " + word)
                + ". "
                + slash.typed("persona list")
                + " shows every persona, "
                + slash.typed("help persona")
                + " what else there is.";
    }

    static String why(Reason reason) {
        return switch (reason) {
            case Reason.SetInChat(PersonaBinding binding) ->
                    "Set for "
                            + Place.words(binding.scope())
                            + " by "
                            + Markdown.code(binding.setBy().name())
                            + " on "
                            + Moments.of(binding.setAt())
                            + binding.until().map(end -> ", until " + Moments.of(end)).orElse("")
                            + ".";
            case Reason.SetInFile file ->
                    "Set for "
                            + Place.words(file.scope())
                            + " by line "
                            + file.line()
                            + " of `channels.yaml`.";
            case Reason.NothingSet _ -> "Nothing is set for this place, so it is the default.";
        };
    }
}
