package parley.slack;

import java.util.List;
import parley.chat.Choice;

/**
 * The button that runs a command once more: Slack opens a window only at what somebody pressed or
 * typed as a slash command, and only for three seconds after that. Pure.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Handling user
 *     interaction</a>
 */
final class WindowChoice {
    private static final String LABEL = "Open the window";
    private static final String ACTION = "run:";

    private WindowChoice() {}

    /** None where the command does not fit on a button. */
    static List<Choice> of(String command) {
        String action = ACTION + command.strip().replaceAll("\\s+", " ");
        return action.matches("[ -~]{1,80}")
                ? List.of(new Choice(LABEL, action, Choice.Style.PRIMARY))
                : List.of();
    }
}
