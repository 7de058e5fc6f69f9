package parley.conversation;

import java.time.Duration;
import java.util.Optional;
import parley.chat.Reference;
import parley.claude.ClaudeException;
import parley.claude.StopReason;

/** What people are told when an answer is not simply an answer: one place for every sentence. */
final class Sentences {
    static final String THINKING = "Thinking";

    private Sentences() {}

    /** What happened and what to do, with the reference under which the log tells more. */
    static String failure(ClaudeException fault, boolean partial, Reference turn) {
        return (partial ? "The answer broke off; press Continue for the rest. " : "")
                + explain(fault)
                + " ("
                + turn
                + ")";
    }

    private static String explain(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.RateLimited limited ->
                    "Claude takes no more requests from here just now. Press Retry "
                            + limited.retryAfter().map(Sentences::in).orElse("in a minute")
                            + ".";
            case ClaudeException.Overloaded overloaded ->
                    "Claude is overloaded at the moment. Press Retry in a minute.";
            case ClaudeException.InvalidRequest invalid ->
                    invalid.tooLong()
                            ? "This thread is too long for the model, even shortened. Start a new thread."
                            : "Claude refused the request as malformed. An admin finds the reason in the log.";
            case ClaudeException.Unauthorized unauthorized ->
                    "Claude does not accept this bot's key, or its budget is spent. An admin has to look at it.";
            case ClaudeException.NotFound missing ->
                    "The model or the address that this bot is set up with does not exist. An admin has to look at it.";
            case ClaudeException.ConnectionLost lost ->
                    "The connection to Claude was lost. Press Retry to ask again.";
        };
    }

    private static String in(Duration pause) {
        return pause.compareTo(Duration.ofMinutes(2)) < 0
                ? "in " + Math.max(1, pause.toSeconds()) + " seconds"
                : "in " + pause.toMinutes() + " minutes";
    }

    /** The short word for logs and metrics. */
    static String kind(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.RateLimited limited -> "rate_limited";
            case ClaudeException.Overloaded overloaded -> "overloaded";
            case ClaudeException.InvalidRequest invalid ->
                    invalid.tooLong() ? "too_long" : "invalid_request";
            case ClaudeException.Unauthorized unauthorized -> "unauthorized";
            case ClaudeException.NotFound missing -> "not_found";
            case ClaudeException.ConnectionLost lost -> "connection_lost";
        };
    }

    /** What to say under an answer that ended by the model's own word. */
    static Optional<String> ending(StopReason reason, String detail) {
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE, UNRECOGNIZED -> Optional.empty();
            case MAX_TOKENS ->
                    Optional.of(
                            "The answer reached its length limit. Press Continue for the rest.");
            case MODEL_CONTEXT_WINDOW_EXCEEDED ->
                    Optional.of(
                            "This thread fills the model's memory, so the answer stops here. Start a new thread to go on.");
            case REFUSAL ->
                    Optional.of(
                            "Claude declined to answer this."
                                    + (detail.isBlank() ? "" : " " + detail.strip())
                                    + " Put it differently, or ask something else.");
            case TOOL_USE -> Optional.of("Claude asked for a tool, but none is set up here.");
            case PAUSE_TURN -> Optional.of("Claude paused too often. Press Continue to go on.");
        };
    }

    static String stopped(String by) {
        return "Stopped by " + by + ".";
    }

    static String questionGone() {
        return "The question was deleted, so there is nothing to answer.";
    }

    static String retrying(String reason, Duration pause) {
        return reason + ", trying again in " + Math.max(1, (pause.toMillis() + 500) / 1000) + " s";
    }

    static String place(int place) {
        return place == 1 ? "Next in the queue" : "Number " + place + " in the queue";
    }

    static String notStored() {
        return "The answer is there but cannot be stored yet, trying again";
    }

    static String internal(Reference turn) {
        return "Something went wrong inside Parley. Press Retry; if it happens again, tell an admin "
                + turn
                + ".";
    }
}
