package parley.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.modals.Modal;
import parley.chat.Form;

/**
 * A form as a window of Discord, which whoever submits it may have made up. Pure.
 *
 * @param form the form's id
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal">Modal</a>
 */
record FormWindow(String form) {
    /** With a form's id of 80 characters within Discord's 100. */
    private static final Pattern ID = Pattern.compile("form:([!-~]{1,80})");

    /** Empty for a window that is not one of these. */
    static Optional<FormWindow> parse(String id) {
        Matcher match = ID.matcher(id);
        return match.matches() ? Optional.of(new FormWindow(match.group(1))) : Optional.empty();
    }

    String id() {
        return "form:" + form;
    }

    /** Empty for what is too much for a window of Discord. */
    static Optional<Modal> view(Form form) {
        return FormInputs.of(form)
                .map(inputs ->
                        Modal.create(new FormWindow(form.id()).id(), form.title())
                                .addComponents(
                                        inputs.stream().map(FormInputs.Input::label).toList())
                                .build());
    }

    /** Why a form is not shown, and what to do instead. */
    static String tooLarge(Form form) {
        int letters = form.fields().stream().mapToInt(field -> field.value().length()).sum();
        return "*"
                + form.title()
                + "* does not fit into a window of Discord: its text has "
                + letters
                + " characters, and a window holds five inputs of 4,000. Change it in its file in"
                + " the prompts folder, in the playground or in Slack.";
    }
}
