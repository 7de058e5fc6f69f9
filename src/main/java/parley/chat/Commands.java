package parley.chat;

/** Runs slash commands and what follows from them; safe for use by many threads. */
public interface Commands {
    /**
     * Runs the command and says what happened; a wrong or forbidden command is answered too. May
     * ask the model, and then takes minutes.
     */
    CommandReply run(Command command);

    /**
     * Whether these words, said to the bot where no slash command can go, are one of its commands
     * rather than a question: {@code persona engineer}, but not "status of the deploy?".
     */
    boolean understands(WorkspaceId workspace, String words);

    /** Carries out the decision; whoever may not decide, or too late, is told so. */
    CommandReply choose(Chosen chosen);

    /** Takes a filled-in form, or says why not. */
    FormReply submit(Submission submission);
}
