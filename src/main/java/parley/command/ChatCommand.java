package parley.command;

import java.util.List;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;

/** One command; safe for use by many threads. */
public interface ChatCommand {
    CommandInfo info();

    /**
     * Runs it for someone who may.
     *
     * @param arguments the lower-case words after the command's name
     */
    CommandReply run(Command command, List<String> arguments);

    /**
     * Whether these lower-case words after the command's name are arguments for it, rather than the
     * rest of a sentence that happens to begin like a command.
     */
    boolean takes(WorkspaceId workspace, List<String> arguments);
}
