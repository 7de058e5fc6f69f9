package parley.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where answers stand, as the store remembers it; for platforms on which a thread's answers can
 * stand in more than one place. Safe for use by many threads; each call is one read of the store.
 */
public interface Whereabouts {

    /**
     * Since when the store knows all that was heard. What was said before then may have been
     * answered, though the store knows nothing of it: it is new, or takes the place of a lost one.
     */
    Instant knownSince();

    /** The thread whose answer that message of the bot shows a part of. */
    Optional<ThreadId> threadOf(Platform platform, MessageId message);

    /** The thread in which the question or remark of that event was taken. */
    Optional<ThreadId> threadOf(Platform platform, EventId event);

    /** The bot's newest message in the thread; empty when no answer stands there yet. */
    Optional<MessageId> newest(ThreadId thread);

    /** The threads of the workspace that began last, newest first, at most so many. */
    List<ThreadId> recent(WorkspaceId workspace, int most);

    /** The channels of the workspace in which something was heard last, at most so many. */
    Used lastUsed(WorkspaceId workspace, int most);

    /** The threads of the channel in which something was heard since then, the newest first. */
    List<ThreadId> alive(ChannelId channel, Instant since, int most);

    /**
     * What people said in the channel from then on and before then, as far as its words are kept.
     */
    List<Known> said(ChannelId channel, Instant from, Instant before);

    /**
     * Channels in which something was heard.
     *
     * @param channels where it was last, newest first
     * @param more how many there are besides
     */
    record Used(List<ChannelId> channels, int more) {
        public Used {
            channels = List.copyOf(channels);
        }
    }

    /**
     * A message of a person that the store knows.
     *
     * @param event by which it came; empty for what was read when the bot was asked in its thread
     */
    record Known(ThreadId thread, MessageId message, Instant at, Optional<EventId> event) {}
}
