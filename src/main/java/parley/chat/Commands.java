package parley.chat;

/** Runs slash commands; safe for use by many threads. */
@FunctionalInterface
public interface Commands {
    /** Runs the command and says what happened; a wrong or forbidden command is answered too. */
    CommandReply run(Command command);
}
