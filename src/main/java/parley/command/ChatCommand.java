package parley.command;

import java.util.List;
import parley.chat.Command;

/** One command; safe for use by many threads. */
interface ChatCommand {
    CommandInfo info();

    /**
     * Runs it for someone who may.
     *
     * @param arguments the lower-case words after the command's name
     * @return short Markdown
     */
    String run(Command command, List<String> arguments);

    /**
     * Whether these lower-case words after the command's name are arguments for it, rather than the
     * rest of a sentence that happens to begin like a command.
     */
    boolean takes(List<String> arguments);
}
