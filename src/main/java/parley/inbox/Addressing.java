package parley.inbox;

import parley.chat.ChannelId;
import parley.chat.Inbound;

/** The rule that tells which events address the bot. Safe for use by many threads. */
@FunctionalInterface
public interface Addressing {
    Verdict judge(Inbound event);

    /** Whether anything that is asked in that channel addresses the bot. */
    default boolean listens(ChannelId channel) {
        return true;
    }
}
