package parley.command;

import java.util.function.Function;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;

/** A button that types a command for whoever presses it, with what they may and no more. */
final class RunChoice implements ChoiceHandler {
    private final Function<Command, CommandReply> commands;

    RunChoice(Function<Command, CommandReply> commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return "run";
    }

    @Override
    public CommandReply choose(Chosen chosen, String rest) {
        return commands.apply(
                new Command(
                        chosen.channel(),
                        chosen.thread(),
                        chosen.author(),
                        chosen.standing(),
                        rest));
    }
}
