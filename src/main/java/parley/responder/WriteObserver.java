package parley.responder;

import parley.chat.Platform;
import parley.chat.SendResult;
import parley.chat.WriteKind;

/** Hears of every write, for metrics. Called by many threads; must return at once, never throw. */
public interface WriteObserver {
    /** A write ended so; taking a message away counts as an edit. */
    void wrote(Platform platform, WriteKind kind, SendResult result);

    /** The thread shows the first text of an answer, so long after the model began it. */
    void firstText(Platform platform, long nanosSinceFirstAppend);

    /** The thread shows the finished answer, so long after it was finished. */
    void finalText(Platform platform, long nanosSinceFinish);
}
