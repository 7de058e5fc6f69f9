package parley.discord;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A slash command of {@link CommandCatalog} in the core's own words, such as {@code /persona set
 * engineer for thread}. Pure.
 */
final class TypedCommand {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private TypedCommand() {}

    /**
     * Empty for what is no command for the core.
     *
     * @param name of the command
     * @param subcommand empty for none
     * @param option what was given for the option of that name
     */
    static Optional<String> words(
            String name, String subcommand, Function<String, Optional<String>> option) {
        String place = option.apply(CommandCatalog.PLACE).map(word -> " for " + word).orElse("");
        return switch (name + " " + subcommand) {
            case "parley help" -> Optional.of("/help");
            case "parley status" -> Optional.of("/status");
            case "persona list" -> Optional.of("/persona list");
            case "persona show" -> Optional.of("/persona show" + persona(option));
            case "persona set" -> Optional.of("/persona set" + persona(option) + place);
            case "persona reset" -> Optional.of("/persona reset" + place);
            default -> Optional.empty();
        };
    }

    /** One word, whatever was typed in place of a choice: the core takes the next for a place. */
    private static String persona(Function<String, Optional<String>> option) {
        return option.apply(CommandCatalog.NAME)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> " " + SPACE.matcher(name).replaceAll("-"))
                .orElse("");
    }
}
