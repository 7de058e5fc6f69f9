package parley.claude;

import java.time.Duration;

/**
 * A model, or the way to all of them, that is not asked just now but to see whether it answers.
 *
 * @param what the model's name, or {@link Circuits#ALL}
 * @param why the newest failure; may be shown to admins
 * @param lasting whether somebody has to do something
 * @param since for how long
 */
public record Trouble(String what, ClaudeException why, boolean lasting, Duration since) {
    /** What happened and what to do, for admins. */
    public String explain() {
        String message = String.valueOf(why.getMessage()).strip();
        String end = message.matches("(?s).*[.!?]") ? " " : ". ";
        return what + " fails: " + message + end + Advice.on(why);
    }
}
