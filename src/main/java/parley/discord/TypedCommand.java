package parley.discord;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A slash command of {@link CommandCatalog} in the core's own words, such as {@code /persona set
 * engineer for thread}. Pure.
 */
final class TypedCommand {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern FOR = Pattern.compile("(?i)^for\\s+");

    private final Function<String, Optional<String>> option;

    private TypedCommand(Function<String, Optional<String>> option) {
        this.option = name -> option.apply(name).map(String::strip).filter(it -> !it.isEmpty());
    }

    /**
     * Empty for what is no command for the core.
     *
     * @param name of the command
     * @param subcommand empty for none
     * @param option what was given for the option of that name
     */
    static Optional<String> words(
            String name, String subcommand, Function<String, Optional<String>> option) {
        TypedCommand typed = new TypedCommand(option);
        return switch (name) {
            case CommandCatalog.PERSONA -> typed.persona(subcommand);
            case CommandCatalog.PARLEY -> typed.parley(subcommand);
            default -> Optional.empty();
        };
    }

    private Optional<String> persona(String subcommand) {
        return switch (subcommand) {
            case PersonaSubcommands.LIST -> line("/persona list");
            case PersonaSubcommands.SHOW -> line("/persona show", name());
            case PersonaSubcommands.SET -> line("/persona set", name(), place(), time());
            case PersonaSubcommands.RESET -> line("/persona reset", name(), place());
            case PersonaSubcommands.EDIT -> line("/persona edit", name());
            case PersonaSubcommands.NEW -> line("/persona new", name());
            case PersonaSubcommands.HISTORY -> line("/persona history", name());
            case PersonaSubcommands.DIFF ->
                    line(
                            "/persona diff",
                            name(),
                            option.apply(PersonaSubcommands.FROM),
                            option.apply(PersonaSubcommands.TO));
            case PersonaSubcommands.ROLLBACK ->
                    line("/persona rollback", name(), option.apply(PersonaSubcommands.VERSION));
            case PersonaSubcommands.TRY ->
                    line("/persona try", name(), option.apply(CommandCatalog.QUESTION));
            default -> Optional.empty();
        };
    }

    private Optional<String> parley(String subcommand) {
        return switch (subcommand) {
            case ParleySubcommands.HELP -> line("/help");
            case ParleySubcommands.STATUS -> line("/status");
            case ParleySubcommands.CHANNEL ->
                    line("/channel", option.apply(ParleySubcommands.RULE), value(), place());
            case ParleySubcommands.WHY -> line("/why");
            case ParleySubcommands.ABOUT ->
                    line("/about", option.apply(ParleySubcommands.REFERENCE));
            case ParleySubcommands.AUDIT -> line("/audit", option.apply(ParleySubcommands.COUNT));
            case ParleySubcommands.FORGET -> line("/forget", option.apply(ParleySubcommands.WHAT));
            default -> Optional.empty();
        };
    }

    @SafeVarargs
    private static Optional<String> line(String command, Optional<String>... words) {
        return Optional.of(
                Stream.concat(Stream.of(command), Stream.of(words).flatMap(Optional::stream))
                        .collect(Collectors.joining(" ")));
    }

    /** One word, whatever was typed in place of a choice: the core takes the next for a place. */
    private Optional<String> name() {
        return option.apply(CommandCatalog.NAME).map(name -> SPACE.matcher(name).replaceAll("-"));
    }

    private Optional<String> place() {
        return option.apply(CommandCatalog.PLACE).map(place -> "for " + place);
    }

    /** One word too: {@code 2 h} and {@code for 2h} are the same as {@code 2h}. */
    private Optional<String> time() {
        return option.apply(PersonaSubcommands.TIME)
                .map(time -> FOR.matcher(time).replaceFirst(""))
                .map(time -> "for " + SPACE.matcher(time).replaceAll(""));
    }

    /** May be the name of a role, of several words. */
    private Optional<String> value() {
        return option.apply(CommandCatalog.VALUE)
                .map(value -> SPACE.matcher(value).replaceAll(" "));
    }
}
