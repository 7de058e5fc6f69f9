package parley.chat;

import java.util.List;

/** Where adapters hand in translated events; safe for use by many threads. */
@FunctionalInterface
public interface Inbox {
    /**
     * Stores the event durably before it returns, at most once per {@link Inbound#event}. Blocks
     * for one commit of the store.
     *
     * @throws RuntimeException when the store failed: the event is not stored and must not be
     *     acknowledged
     */
    Receipt accept(Inbound event);

    /**
     * Likewise, from somebody who waits for this very receipt and is told by it: when the question
     * is refused, nobody is told of it later.
     */
    default Receipt acceptAwaited(Inbound event) {
        return accept(event);
    }

    /**
     * Passes over a question that was found belatedly, because there are too many: it is stored as
     * not answered, and known when it comes again; people are to be told. What is no question is
     * not stored.
     *
     * @return whether it was a question, and not known before
     * @throws RuntimeException when the store failed
     */
    default boolean decline(Inbound.Said question) {
        return false;
    }

    /**
     * What was refused or passed over on the platform, and people are not told of: an earlier run
     * may have left it.
     *
     * @throws RuntimeException when the store failed
     */
    default List<Untold> untold(Platform platform) {
        return List.of();
    }

    /**
     * People were told of so many of the channel's questions, or cannot be.
     *
     * @throws RuntimeException when the store failed
     */
    default void told(ChannelId channel, Untold.Why why, int questions) {}

    /**
     * Whether questions of that channel are taken at all; may change at any time.
     *
     * @throws RuntimeException when the store failed
     */
    default boolean listens(ChannelId channel) {
        return true;
    }
}
