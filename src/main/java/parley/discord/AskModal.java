package parley.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import parley.adapter.Excerpt;

/**
 * The window in which somebody asks about a message. Pure.
 *
 * @param window its id, the same for as often as it is submitted
 * @param message that is asked about
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
record AskModal(long window, long message) {
    static final String QUESTION = "question";
    static final String DEFAULT_QUESTION = "Explain this message.";

    private static final Pattern ID = Pattern.compile("parley\\.ask:(\\d{1,19}):(\\d{1,19})");
    private static final int LONGEST_QUESTION = 2_000;
    private static final int LONGEST_QUOTE = 300;

    /**
     * @param words of the message as Discord wrote them, so that Discord shows the names in them
     */
    Modal view(String words) {
        Modal.Builder view = Modal.create(id(), "Ask Parley");
        if (!words.isBlank()) {
            String quote = AskedMessage.quote(Excerpt.of(words.strip(), LONGEST_QUOTE));
            view.addComponents(TextDisplay.of(quote));
        }
        return view.addComponents(Label.of("What do you want to know?", question())).build();
    }

    private static TextInput question() {
        return TextInput.create(QUESTION, TextInputStyle.PARAGRAPH)
                .setRequired(false)
                .setMaxLength(LONGEST_QUESTION)
                .setPlaceholder(DEFAULT_QUESTION)
                .build();
    }

    private String id() {
        return "parley.ask:" + Long.toUnsignedString(window) + ":" + Long.toUnsignedString(message);
    }

    /** Empty for a window that is not ours. */
    static Optional<AskModal> parse(String id) {
        Matcher match = ID.matcher(id);
        return match.matches()
                ? Optional.of(
                        new AskModal(
                                Long.parseUnsignedLong(match.group(1)),
                                Long.parseUnsignedLong(match.group(2))))
                : Optional.empty();
    }

    /** Whether that question is somebody's own. */
    static boolean isTyped(String question) {
        return !question.equals(DEFAULT_QUESTION);
    }

    /** What was typed, or the question that an empty window asks. */
    static String question(String typed) {
        return typed.isBlank() ? DEFAULT_QUESTION : typed.strip();
    }
}
