package parley.chat;

/** Runs slash commands; safe for use by many threads. */
public interface Commands {
    /** Runs the command and says what happened; a wrong or forbidden command is answered too. */
    CommandReply run(Command command);

    /**
     * Whether these words, said to the bot where no slash command can go, are one of its commands
     * rather than a question: {@code persona engineer}, but not "status of the deploy?".
     */
    boolean understands(String words);
}
