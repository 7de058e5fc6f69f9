package parley.privacy;

import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.UserId;

/** Who, or what, is to be forgotten. */
public sealed interface Subject {
    /** All that a person said on a platform, in every workspace where that id appears. */
    record Person(Platform platform, UserId user) implements Subject {}

    /** All that was said in a thread, whoever said it. */
    record Conversation(ThreadId thread) implements Subject {}
}
