package parley.command;

import java.util.List;

/**
 * Commands as Discord shows them, where what follows a command is an option with a name: {@code
 * channel hour 10} is typed as {@code channel rule:hour value:10}. Pure.
 */
final class OptionNames {
    private OptionNames() {}

    /** The words with the names of their options; others as they are. */
    static String in(String words) {
        List<String> all = List.of(words.split(" "));
        return switch (all.getFirst()) {
            case ChannelCommand.NAME -> named(all, 1, List.of("rule", "value"));
            case AboutCommand.NAME -> named(all, 1, List.of("reference"));
            case "forget" -> named(all, 1, List.of("what"));
            case "persona" -> named(all, 2, List.of("name"));
            default -> words;
        };
    }

    private static String named(List<String> words, int from, List<String> names) {
        List<String> given = words.subList(Math.min(from, words.size()), words.size());
        List<String> options = isSwitch(words) ? List.of("answers", given.getFirst()) : given;
        StringBuilder named =
                new StringBuilder(String.join(" ", words.subList(0, words.size() - given.size())));
        for (int i = 0; i < options.size(); i++) {
            named.append(' ');
            if (i < names.size()) {
                named.append(names.get(i)).append(':');
            }
            named.append(options.get(i));
        }
        return named.toString();
    }

    /** {@code channel off} is short for a rule. */
    private static boolean isSwitch(List<String> words) {
        return words.equals(List.of(ChannelCommand.NAME, "on"))
                || words.equals(List.of(ChannelCommand.NAME, "off"));
    }
}
