package parley.command;

import java.util.List;

/** Commands that belong together, and what follows from them; immutable. */
public record CommandGroup(
        List<ChatCommand> commands, List<ChoiceHandler> choices, List<FormHandler> forms) {
    public CommandGroup {
        commands = List.copyOf(commands);
        choices = List.copyOf(choices);
        forms = List.copyOf(forms);
    }

    /** Commands from which nothing follows. */
    public static CommandGroup of(ChatCommand... commands) {
        return new CommandGroup(List.of(commands), List.of(), List.of());
    }
}
