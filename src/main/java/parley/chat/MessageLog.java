package parley.chat;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the messages of a platform that has no server of its own (the playground), as Slack and
 * Discord keep theirs. Safe for use by many threads; each write is durable on return.
 */
public interface MessageLog {
    /**
     * Adds a message, or finds the one added before under the same nonce.
     *
     * @return the message that stands there now
     */
    ChatMessage add(String nonce, ChatMessage message);

    /** Replaces the message of the same id; false when there is none. */
    boolean replace(ChatMessage message);

    /** Removes the message; false when there is none. */
    boolean remove(ThreadId thread, MessageId id);

    Optional<ChatMessage> find(ThreadId thread, MessageId id);

    /** The messages of one thread, oldest first. */
    List<ChatMessage> thread(ThreadId thread);

    /**
     * The newest threads of a channel by their first message, oldest first, at most {@code limit}.
     */
    List<ThreadSummary> threads(ChannelId channel, int limit);

    /** A thread in a channel's list: its first message, how many follow, and the newest's id. */
    record ThreadSummary(ChatMessage first, int replies) {}
}
