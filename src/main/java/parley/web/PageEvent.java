package parley.web;

/** What the server tells an open page; the simple name in lower case is the event's type. */
sealed interface PageEvent {
    /** The stream is open; another run than before means that revisions count anew. */
    record Hello(String run) implements PageEvent {}

    /** A message stands there now like this; {@code created} when it did not stand there before. */
    record Message(boolean created, MessageView message) implements PageEvent {}

    /** The text of a growing message changed; valid only for who has revision {@code base}. */
    record Patch(
            String id, String channel, String thread, long base, long rev, int keep, String tail)
            implements PageEvent {}

    record Removed(String id, String channel, String thread) implements PageEvent {}

    /** What the bot does in the thread; no words when it is done. */
    record Status(String channel, String thread, String words, String turn) implements PageEvent {}

    /** The person is something else now. */
    record Standing(Answers.Member person) implements PageEvent {}

    /** The page was too slow to follow, or much is gone: it has to load again what it shows. */
    record Resync() implements PageEvent {}
}
