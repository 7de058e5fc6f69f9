package parley.store;

/**
 * Hears of every commit, and lets it fail by throwing. So tests bring about what the disk would
 * otherwise have to be made for. Called by the thread that writes.
 */
interface CommitWatch {
    CommitWatch NONE =
            new CommitWatch() {
                @Override
                public void begins() {}

                @Override
                public void ended() {}
            };

    /** The transaction is about to become durable; what is thrown here undoes it. */
    void begins();

    /** It is durable; what is thrown here hides that from whoever waits for it. */
    void ended();
}
