package parley.chat;

import java.time.Instant;

/** For adapters that can put a text into a thread as a file. Safe for use by many threads. */
public interface FileSharer {

    /**
     * Puts the file into the thread; blocks until the platform answered and does not throw.
     *
     * @param name with its extension, such as {@code answer.py}
     * @return sent with any message id, or why not
     */
    SendResult share(ThreadId thread, String name, String text);

    /**
     * Whether the bot put a file of that name into the thread since then; true too as long as the
     * platform does not say. Blocks until it does, and does not throw.
     */
    boolean mayStand(ThreadId thread, String name, Instant since);
}
