package parley.conversation;

import parley.claude.ClaudeException;
import parley.claude.StopReason;

/** How one request to the model ended. */
sealed interface Heard {
    /** By the model's own word. */
    record Ended(StopReason reason, String detail) implements Heard {}

    /** Because somebody here wanted it. */
    record Interrupted(Signal signal) implements Heard {}

    /** By a fault. */
    record Broken(ClaudeException fault) implements Heard {}
}
