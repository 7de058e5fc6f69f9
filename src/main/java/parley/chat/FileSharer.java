package parley.chat;

/** For adapters that can put a text into a thread as a file. Safe for use by many threads. */
public interface FileSharer {

    /**
     * Puts the file into the thread; blocks until the platform answered and does not throw.
     *
     * @param name with its extension, such as {@code answer.py}
     * @return sent with any message id, or why not
     */
    SendResult share(ThreadId thread, String name, String text);
}
