package parley.inbox;

/** Runs turns; called by at most one thread per {@link Claim#thread} at a time. */
public interface TurnHandler {
    /**
     * Runs the turn to its end: when it returns, the claim's entries are delivered or failed, or
     * left for the next start of the program because it is stopping.
     */
    void run(Claim claim);

    /** Applies an edit or a delete at once, also while a turn of its thread runs. */
    void amend(JournalEntry amendment);
}
