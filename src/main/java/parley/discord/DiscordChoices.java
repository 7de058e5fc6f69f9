package parley.discord;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import parley.chat.Choice;

/**
 * Choices as Discord's buttons, and back: the custom id bears the action. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference#button">Button</a>
 */
final class DiscordChoices {
    /** Discord takes 100 characters as a custom id; an action has at most 80. */
    private static final String PREFIX = "choice:";

    private static final int ROW = 5;

    /** What {@link Choice} takes; whoever presses may have made it up. */
    private static final Pattern ACTION = Pattern.compile("[ -~]{1,80}");

    private DiscordChoices() {}

    /** The row of buttons, at most the five that it holds; none without choices. */
    static List<ActionRow> rows(List<Choice> choices) {
        return choices.isEmpty()
                ? List.of()
                : List.of(
                        ActionRow.of(
                                choices.stream().limit(ROW).map(DiscordChoices::button).toList()));
    }

    private static Button button(Choice choice) {
        String id = PREFIX + choice.action();
        return switch (choice.style()) {
            case PLAIN -> Button.secondary(id, choice.label());
            case PRIMARY -> Button.primary(id, choice.label());
            case DANGER -> Button.danger(id, choice.label());
        };
    }

    /** What was chosen; empty for a button of another kind. */
    static Optional<String> action(String customId) {
        return Optional.of(customId)
                .filter(id -> id.startsWith(PREFIX))
                .map(id -> id.substring(PREFIX.length()))
                .filter(action -> ACTION.matcher(action).matches());
    }
}
