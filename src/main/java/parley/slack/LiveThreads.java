package parley.slack;

import java.util.Optional;
import parley.chat.Reference;
import parley.chat.ThreadId;

/** Which answer is being written in a thread. Safe for use by many threads; returns at once. */
@FunctionalInterface
interface LiveThreads {
    /** The answer that a press of Slack's own Stop in that thread ends. */
    Optional<Reference> turnIn(ThreadId thread);
}
