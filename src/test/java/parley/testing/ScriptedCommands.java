package parley.testing;

import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;

/** Repeats the command; {@code help} is one also without its slash. */
public final class ScriptedCommands implements Commands {
    @Override
    public CommandReply run(Command command) {
        return new CommandReply(
                "You typed `" + command.text() + "` in **" + command.channel().value() + "**.");
    }

    @Override
    public boolean understands(String words) {
        return words.equals("help");
    }
}
