package parley.chat;

/** For adapters that can show what the bot is doing before there is an answer. */
public interface StatusIndicator {
    /**
     * Shows the words beside the thread until replaced or cleared; best effort, returns at once.
     */
    void showStatus(ThreadId thread, String words);

    /** Takes the words away. */
    void clearStatus(ThreadId thread);
}
