package parley.chat;

import java.util.regex.Pattern;

/**
 * A button of Parley's own, which asks for a decision.
 *
 * @param label at most 40 characters
 * @param action comes back in {@link Chosen} when it is pressed: 1 to 80 characters of ASCII,
 *     without secrets, since whoever sees the button can read it
 */
public record Choice(String label, String action, Style style) {
    private static final Pattern ACTION = Pattern.compile("[ -~]{1,80}");
    private static final int LONGEST_LABEL = 40;

    public Choice {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("not an action: " + action);
        }
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("not a label: " + label);
        }
    }

    /** How it looks. */
    public enum Style {
        PLAIN,
        /** What is most likely wanted. */
        PRIMARY,
        /** What cannot be taken back. */
        DANGER
    }
}
