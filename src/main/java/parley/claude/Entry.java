package parley.claude;

import java.time.Duration;

/** Whether a request may be made now. */
public sealed interface Entry {
    /** It may; the pass must be closed when the request is over. */
    record Admitted(Pass pass) implements Entry {}

    /** Others begin just now; look again after so many nanoseconds, or at the next change. */
    record Busy(long nanos) implements Entry {}

    /**
     * The model, or the way to all of them, fails; look again after so many nanoseconds, or at the
     * next change.
     *
     * @param tried whether another request tries it just now
     * @param lasting whether waiting alone does not help
     * @param openFor since when it fails
     */
    record Shut(long nanos, boolean tried, ClaudeException why, boolean lasting, Duration openFor)
            implements Entry {}
}
