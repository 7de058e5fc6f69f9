package parley.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import parley.chat.Command;
import parley.prompt.Nearest;
import parley.rule.Rule;
import parley.rule.RuleScope;

/** What was typed behind {@code channel}. */
sealed interface ChannelWords {
    /** The rules in force there. */
    record Look(RuleScope scope) implements ChannelWords {}

    /** What one rule is. */
    record Explain(RuleScope scope, Rule rule) implements ChannelWords {}

    /**
     * Another value.
     *
     * @param value as typed
     */
    record Change(RuleScope scope, Rule rule, String value) implements ChannelWords {}

    /** Nothing that can be done; says why, as Markdown. */
    record Unclear(String answer) implements ChannelWords {}

    static ChannelWords read(Command command) {
        List<String> words =
                Stream.of(CommandLine.rest(command.text(), 1).split("[\\s\\p{Z}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        int size = words.size();
        boolean placed = size >= 2 && low(words.get(size - 2)).equals("for");
        if (!placed) {
            return read(command, words, new RuleScope.OfChannel(command.channel()));
        }
        List<String> rest = words.subList(0, size - 2);
        return switch (low(words.getLast())) {
            case "channel" -> read(command, rest, new RuleScope.OfChannel(command.channel()));
            case "workspace", "server" ->
                    read(command, rest, new RuleScope.OfWorkspace(command.channel().workspace()));
            default -> misplaced(Slash.in(command));
        };
    }

    private static ChannelWords misplaced(Slash slash) {
        return new Unclear(
                "Rules hold for a channel or for the whole workspace: write "
                        + slash.place("workspace")
                        + ", or nothing for this channel.");
    }

    private static ChannelWords read(Command command, List<String> words, RuleScope scope) {
        if (words.isEmpty()) {
            return new Look(scope);
        }
        String first = low(words.getFirst());
        if (words.size() == 1 && Rule.ANSWERS.fixed().contains(first)) {
            return new Change(scope, Rule.ANSWERS, first);
        }
        Optional<Rule> rule = Rule.of(first);
        if (rule.isEmpty()) {
            return new Unclear(unknown(first, Slash.in(command)));
        }
        return words.size() == 1
                ? new Explain(scope, rule.get())
                : new Change(scope, rule.get(), String.join(" ", words.subList(1, words.size())));
    }

    private static String unknown(String word, Slash slash) {
        return "There is no rule "
                + Markdown.code(word)
                + "."
                + Nearest.hint(word, Rule.words())
                + " "
                + slash.typed(ChannelCommand.NAME)
                + " shows all.";
    }

    private static String low(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
