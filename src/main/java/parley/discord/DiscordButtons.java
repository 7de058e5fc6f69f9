package parley.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import parley.chat.Button;
import parley.chat.Reference;

/**
 * The buttons under answers as Discord's components, and back: the custom id says which button and
 * names the answer. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference#button">Button</a>
 */
final class DiscordButtons {
    /** What the custom id of every button of ours begins with. */
    static final String PREFIX = "parley.";

    /** Discord takes five buttons in a row. */
    private static final int ROW = 5;

    /** Discord takes 100 characters as a custom id; the longest name leaves more than these. */
    private static final Pattern TURN = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private static final char SEPARATOR = ':';

    private DiscordButtons() {}

    /** Which button of which answer was pressed. */
    record Pressed(Button button, Reference turn) {}

    /** The rows that stand under an answer, in the order of the buttons; none without buttons. */
    static List<ActionRow> rows(List<Button> buttons, Reference turn) {
        List<ActionRow> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += ROW) {
            List<Button> row = buttons.subList(from, Math.min(buttons.size(), from + ROW));
            rows.add(ActionRow.of(row.stream().map(button -> component(button, turn)).toList()));
        }
        return rows;
    }

    private static net.dv8tion.jda.api.components.buttons.Button component(
            Button button, Reference turn) {
        String id = customId(button, turn);
        return switch (button) {
            case STOP -> labelled(id, "Stop");
            case RETRY -> labelled(id, "Retry");
            case CONTINUE -> labelled(id, "Continue");
            case CODE_FILE -> labelled(id, "Code as a file");
            case LIKE -> pictured(id, "👍");
            case DISLIKE -> pictured(id, "👎");
        };
    }

    private static net.dv8tion.jda.api.components.buttons.Button labelled(String id, String label) {
        return net.dv8tion.jda.api.components.buttons.Button.secondary(id, label);
    }

    private static net.dv8tion.jda.api.components.buttons.Button pictured(String id, String emoji) {
        return net.dv8tion.jda.api.components.buttons.Button.secondary(
                id, Emoji.fromUnicode(emoji));
    }

    static String customId(Button button, Reference turn) {
        return PREFIX + word(button) + SEPARATOR + turn.value();
    }

    /** What was pressed; empty for what is no button of ours. */
    static Optional<Pressed> pressed(String customId) {
        int separator = customId.indexOf(SEPARATOR);
        if (!customId.startsWith(PREFIX) || separator < 0) {
            return Optional.empty();
        }
        String turn = customId.substring(separator + 1);
        return button(customId.substring(PREFIX.length(), Math.max(PREFIX.length(), separator)))
                .filter(_ -> TURN.matcher(turn).matches())
                .map(button -> new Pressed(button, new Reference(turn)));
    }

    private static Optional<Button> button(String word) {
        return EnumSet.allOf(Button.class).stream()
                .filter(button -> word(button).equals(word))
                .findFirst();
    }

    private static String word(Button button) {
        return button.name().toLowerCase(Locale.ROOT);
    }
}
