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
     * Changes the thread's messages.
     *
     * @param route one of those that {@link Limits#routes} gave for this write
     * @return sent with the message's id; also for a message that was taken away
     */
    SendResult write(ThreadId thread, Write write, Route route);

    /** Stops handing in events and lets go of connections; later writes are unreachable. */
    @Override
    void close();
}
