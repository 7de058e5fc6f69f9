package parley.chat;

import java.util.Optional;

/** For adapters that can show what the bot is doing before there is an answer. */
public interface StatusIndicator {
    /**
     * Shows the words beside the thread until replaced or cleared; best effort, returns at once.
     *
     * @param turn the answer that {@link Button#STOP} would end, once it is under way
     */
    void showStatus(ThreadId thread, String words, Optional<Reference> turn);

    /** Takes the words away. */
    void clearStatus(ThreadId thread);
}
