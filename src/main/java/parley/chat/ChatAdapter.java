package parley.chat;

/**
 * One platform: translates its events into {@link Inbound} and shows {@link Outgoing} messages.
 * Methods may be called from many threads and block until the platform answered; none throws for a
 * fault of the platform.
 */
public interface ChatAdapter extends AutoCloseable {
    Platform platform();

    Limits limits();

    /**
     * Begins to hand in events. Called once.
     *
     * @throws RuntimeException when the platform cannot be used as it is set up, with a message
     *     that says what to change
     */
    void start(Handlers handlers);

    /**
     * Writes a new message into the thread. A second post with the same {@link Outgoing#nonce} does
     * not write a second message where the platform can tell: the first one then looks like this.
     */
    SendResult post(ThreadId thread, Outgoing message);

    /** Makes an earlier message look like this; whoever is named in its text is not notified. */
    SendResult edit(ThreadId thread, MessageId id, Outgoing message);

    /** Takes an earlier message of the bot away; a message that is gone already counts as sent. */
    SendResult delete(ThreadId thread, MessageId id);

    /** Stops handing in events and lets go of connections; later writes are unreachable. */
    @Override
    void close();
}
