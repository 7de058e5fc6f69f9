package parley.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.claude.ClaudeException;
import parley.claude.StopReason;

/** What people are told when an answer is not simply an answer: one place for every sentence. */
final class Sentences {
    static final String THINKING = "Thinking";

    static final String FILES_WAITING = "Waiting until other people's files are read";

    /** With Slack's words around it, within what Slack shows of a status. */
    static final String ALONE =
            "Parley ended more than once while answering this;"
                    + " such questions are answered one at a time";

    static final String READING_THREAD = "Reading the thread";

    static final String PARKED =
            "Parley is being restarted. It writes this answer anew as soon as it is back.";

    static final String FILES_REFUSED =
            "Claude refused the files of this thread, so this answer does without them. Send them"
                    + " one by one in new threads to find the one that is at fault.";

    static final String CODE_ON_ITS_WAY = "The code is already on its way into the thread.";

    static final String NO_CODE = "This answer has no code to put into a file.";

    static final String ANSWERS_OFF = "Answers are switched off in this channel.";

    static final String STANDING_UNKNOWN =
            "I could not check who you are just now; ask again in a minute.";

    static final String NO_OUTSIDERS =
            "In this channel I answer members only, not people from outside.";

    static final String MEMBERS_ONLY =
            "In this channel I answer members only, not guests and people from outside.";

    static final String STOPPED_EARLY = "The new one was stopped before its first word.";

    private static final int MOST_NAMES = 3;
    private static final Pattern FULL_STOP = Pattern.compile("\\.+$");

    private Sentences() {}

    /** What happened and what to do, with the reference under which the log tells more. */
    static String failure(ClaudeException fault, boolean partial, Reference turn) {
        return (partial ? brokenOff(fault) : explain(fault)) + " (" + turn + ")";
    }

    /** Continue keeps what is there, and Retry throws it away. */
    private static String brokenOff(ClaudeException fault) {
        return "The answer broke off, because "
                + cause(fault)
                + ". Press Continue for the rest"
                + then(fault)
                + ".";
    }

    private static String cause(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.Internal internal -> "something went wrong inside Parley";
            case ClaudeException.NotFound missing ->
                    "the model or the address that this bot is set up with does not exist";
            default -> "Claude " + excuse(fault);
        };
    }

    private static String then(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.RateLimited limited ->
                    " " + limited.retryAfter().map(Sentences::in).orElse("in a minute");
            case ClaudeException.Overloaded overloaded -> " in a minute";
            case ClaudeException.Internal internal -> "; an admin finds the reason in the log";
            case ClaudeException.Unauthorized unauthorized -> " when an admin has looked at it";
            case ClaudeException.NotFound missing -> " when an admin has looked at it";
            case ClaudeException.InvalidRequest invalid -> "";
            case ClaudeException.ConnectionLost lost -> "";
        };
    }

    private static String explain(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.RateLimited limited ->
                    "Claude takes no more requests from here just now. Press Retry "
                            + limited.retryAfter().map(Sentences::in).orElse("in a minute")
                            + ".";
            case ClaudeException.Overloaded overloaded ->
                    "Claude is overloaded at the moment. Press Retry in a minute.";
            case ClaudeException.Internal internal ->
                    "Something went wrong inside Parley. Press Retry; an admin finds the reason in the log.";
            case ClaudeException.InvalidRequest invalid ->
                    invalid.tooLong()
                            ? "This is too long for the model, even without what was said before. Ask with less text and fewer files, or in a new thread."
                            : "Claude refused the request as malformed. An admin finds the reason in the log.";
            case ClaudeException.Unauthorized unauthorized ->
                    "Claude does not let this bot in at the moment. An admin has to look at it; press Retry after that.";
            case ClaudeException.NotFound missing ->
                    "The model or the address that this bot is set up with does not exist. An admin has to look at it; press Retry after that.";
            case ClaudeException.ConnectionLost lost ->
                    "The connection to Claude was lost. Press Retry to ask again.";
        };
    }

    /** What the turn waits for, and how long when that is known. */
    static String waiting(ClaudeException fault, Optional<Duration> pause) {
        String when = pause.map(it -> " in " + seconds(it) + " s").orElse("");
        return "Claude " + excuse(fault) + ", trying again" + when;
    }

    private static long seconds(Duration pause) {
        return Math.max(1, (pause.toMillis() + 500) / 1000);
    }

    /** Which model answered in the place of which. */
    static String standIn(String model, String first, String excuse) {
        return model + " answered, because " + first + " " + excuse + ".";
    }

    /** Why a model did not answer, to go on after its name. */
    static String excuse(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.RateLimited limited -> "takes no more requests just now";
            case ClaudeException.Overloaded overloaded -> "is overloaded";
            case ClaudeException.Internal internal -> "was not asked";
            case ClaudeException.InvalidRequest invalid -> "refused the request";
            case ClaudeException.Unauthorized unauthorized -> "is closed to this bot";
            case ClaudeException.NotFound missing -> "does not exist";
            case ClaudeException.ConnectionLost lost -> "cannot be reached";
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
            case ClaudeException.Internal internal -> "internal";
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

    /** Under an earlier answer, when asking for another one brought not a word. */
    static String stands(Optional<String> ending) {
        return "There is no new answer, so this one stands."
                + ending.map(more -> " " + more).orElse("");
    }

    static String groupOnly(String group) {
        return "In this channel I answer people of " + group + " only.";
    }

    static String questionGone() {
        return "The question was deleted, so there is nothing to answer.";
    }

    static String place(int place) {
        return place == 1 ? "Next in the queue" : "Number " + place + " in the queue";
    }

    static String late(Duration wait) {
        return "This question waited " + span(wait) + " before I could answer it.";
    }

    private static String span(Duration time) {
        return time.compareTo(Duration.ofHours(2)) < 0
                ? time.toMinutes() + " minutes"
                : time.toHours() + " hours";
    }

    static String notStored() {
        return "The answer is there but cannot be stored yet, trying again";
    }

    static String reading(String file) {
        return "Reading " + file;
    }

    /** For people, all in one; empty when there are none. */
    static String notRead(List<Refusal> refusals) {
        return Refusal.byReason(refusals).entrySet().stream()
                .map(files -> notRead(files.getValue(), files.getKey()))
                .collect(Collectors.joining(" "));
    }

    private static String notRead(List<String> files, String reason) {
        String which =
                files.size() == 1 ? "The file " + files.getFirst() : "The files " + list(files);
        return which + " could not be read: " + reason + ".";
    }

    private static String list(List<String> names) {
        int shown = Math.min(MOST_NAMES, names.size() - 1);
        int others = names.size() - shown;
        return String.join(", ", names.subList(0, shown))
                + " and "
                + (others == 1 ? names.getLast() : others + " others");
    }

    /** For the model, in the place of the file. */
    static String notRead(Refusal refusal) {
        return "[Parley: the file \"%s\" was not read: %s.]"
                .formatted(refusal.name(), refusal.reason());
    }

    /** For the model, with a message of before it was asked. */
    static String onlyNamed(String file) {
        return ("[Parley: the file \"%s\" came with this message, before you were asked, and was not"
                        + " read.]")
                .formatted(file);
    }

    static String earlierNotRead(String reason) {
        return "The earlier messages of this thread could not be read: " + reason + ".";
    }

    /** Why code did not get into the thread as a file; empty when it did. */
    static Optional<String> notShared(SendResult result) {
        return switch (result) {
            case SendResult.Sent sent -> Optional.empty();
            case SendResult.RateLimited limited ->
                    Optional.of(
                            "Too many files at once: try again " + in(limited.retryAfter()) + ".");
            case SendResult.Rejected(String reason, var _) ->
                    Optional.of("The file could not be put into the thread: " + reason + ".");
            case SendResult.Unreachable(String reason) ->
                    Optional.of(
                            "The file may not have reached the thread ("
                                    + reason
                                    + "). Try again.");
        };
    }

    /**
     * In the place of a text that the platform refuses.
     *
     * @param reason in words, which the platform may have chosen
     * @param rest whether what stands before it is shown
     */
    static String notShown(String reason, boolean rest, Reference turn) {
        return (rest ? "The rest of this answer" : "This answer")
                + " cannot be shown here: "
                + FULL_STOP.matcher(reason.strip()).replaceFirst("")
                + ". Press Retry, or ask an admin to look for "
                + turn
                + " in the log.";
    }

    static String hopeless(Reference turn) {
        return "Parley broke down each time it tried to answer this, so it gave up. Put it"
                + " differently, or tell an admin "
                + turn
                + ".";
    }

    static String internal(Reference turn) {
        return "Something went wrong inside Parley. Press Retry; if it happens again, tell an admin "
                + turn
                + ".";
    }
}
