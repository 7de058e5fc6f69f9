package parley.discord;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.chat.Button;
import parley.chat.Reference;

/** The custom ids of the buttons under answers. Pure. */
final class DiscordButtons {
    private static final Pattern ID = Pattern.compile("parley\\.([a-z_]{1,20}):([\\w-]{1,60})");

    private DiscordButtons() {}

    /** Which button of which answer was pressed. */
    record Pressed(Button button, Reference turn) {}

    /** What was pressed; empty for what is no button of ours. */
    static Optional<Pressed> pressed(String customId) {
        Matcher id = ID.matcher(customId);
        return id.matches()
                ? EnumSet.allOf(Button.class).stream()
                        .filter(button ->
                                button.name().toLowerCase(Locale.ROOT).equals(id.group(1)))
                        .findFirst()
                        .map(button -> new Pressed(button, new Reference(id.group(2))))
                : Optional.empty();
    }
}
