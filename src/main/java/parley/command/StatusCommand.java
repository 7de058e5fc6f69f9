package parley.command;

import java.util.List;
import java.util.function.Function;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;

/** Says how the program is doing. */
public final class StatusCommand implements ChatCommand {
    private final Function<Boolean, String> status;

    /**
     * @param status as short Markdown, for an admin or for others
     */
    public StatusCommand(Function<Boolean, String> status) {
        this.status = status;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo("status", "", "Says how I am doing: model, queue, faults.", false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(status.apply(command.admin()));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }
}
