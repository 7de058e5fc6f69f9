package parley.chat;

/**
 * For adapters whose events leave out what other calls tell. Each call asks the platform, blocks
 * for seconds at most, and does not throw. Safe for use by many threads.
 */
public interface ThreadReader {

    /** The same message with the names of people and channels in place of their ids. */
    Inbound.Said complete(Inbound.Said said);

    /** Whether there can be nothing in the thread before that message. */
    default boolean begins(ThreadId thread, MessageId message) {
        return message.value().equals(thread.root());
    }

    /**
     * What was said in the thread before that message, completed.
     *
     * @param most how many messages at most: the root and the newest others
     */
    Earlier earlier(ThreadId thread, MessageId before, int most);

    /**
     * The file's bytes.
     *
     * @param most the largest file to fetch, in bytes; a larger one is missing
     */
    FileContent fetch(ThreadId thread, Attachment file, long most);
}
