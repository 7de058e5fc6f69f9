package parley.command;

import java.util.List;
import java.util.function.Supplier;
import parley.chat.Command;

/** Says how the program is doing. */
final class StatusCommand implements ChatCommand {
    private final Supplier<String> status;

    StatusCommand(Supplier<String> status) {
        this.status = status;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo("status", "", "Says how I am doing: model, queue, faults.", false);
    }

    @Override
    public String run(Command command, List<String> arguments) {
        return status.get();
    }

    @Override
    public boolean takes(List<String> arguments) {
        return arguments.isEmpty();
    }
}
