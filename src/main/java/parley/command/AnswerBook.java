package parley.command;

import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.Reference;
import parley.chat.ThreadId;

/**
 * What the store knows of answers. Safe for use by many threads; each call is one read; failures of
 * the store come as unchecked exceptions.
 */
public interface AnswerBook {
    Optional<AnswerFacts> find(Reference answer);

    /** The last answer in the thread. */
    Optional<AnswerFacts> newest(ThreadId thread);

    /**
     * The answer of the channel that ended last, or was asked for last while none has ended since;
     * looks at the thousand threads that began last.
     */
    Optional<AnswerFacts> newest(ChannelId channel);
}
