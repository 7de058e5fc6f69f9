package parley.discord;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.chat.Form;

/**
 * What may open a window, and how. Discord opens one only as the first answer to a command or a
 * press, within three seconds, and not after an answer was promised: so whatever may want one is
 * run before anything is promised, and must be quick. Stateless.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type">Callback
 *     types</a>
 */
final class Windows {
    /** The action that runs a command; what follows is the command. */
    static final String RUN = "run:";

    private static final int LONGEST_ACTION = 80;
    private static final Pattern COMMAND =
            Pattern.compile("/?(?:parley +)?persona +(?:edit|new)(?: .*)?");

    private Windows() {}

    /** Whether that command may want a window. */
    static boolean mayFollow(String command) {
        return COMMAND.matcher(command.strip()).matches();
    }

    /** Whether that action may. */
    static boolean mayFollowAction(String action) {
        return action.startsWith(RUN) && mayFollow(action.substring(RUN.length()));
    }

    /** Opens the window as the first answer, or says why there is none. */
    static <T extends IReplyCallback & IModalCallback> void open(T asked, Form form) {
        FormWindow.view(form)
                .ifPresentOrElse(
                        window -> Whisper.sent("a window", asked.replyModal(window)),
                        () -> Whisper.say(asked, FormWindow.tooLarge(form)));
    }

    /**
     * What is said where no window can be opened any more: a press of the button opens it.
     *
     * @param action that asks for the window once more
     */
    static PrivateReply offer(CommandReply.Asks wanted, Optional<String> action) {
        List<Choice> choices =
                action
                        .filter(Windows::isShort)
                        .map(it -> new Choice("Open the window", it, Choice.Style.PRIMARY))
                        .stream()
                        .toList();
        return PrivateReply.of(wanted.text(), choices, List.of());
    }

    private static boolean isShort(String action) {
        return action.length() <= LONGEST_ACTION
                && action.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }
}
