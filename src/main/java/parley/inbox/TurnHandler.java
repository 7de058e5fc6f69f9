package parley.inbox;

/** Runs turns; called by at most one thread per {@link Claim#thread} at a time. */
public interface TurnHandler {
    /**
     * Runs the turn as far as it can go now, in bounded time.
     *
     * @return postponed when the program is stopping, or the answer is stored and its platform
     *     cannot be reached; later when its time has not come
     * @throws RuntimeException when the store failed
     */
    TurnEnd run(Claim claim);

    /** Applies an edit or a delete at once, also while a turn of its thread runs. */
    void amend(JournalEntry amendment);
}
