package parley.discord;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/**
 * The rules that Discord offers, and what it proposes while somebody types the value of one; what
 * else a rule takes may be typed all the same. Pure.
 */
final class RuleChoices {
    private static final String RESET = "reset";
    private static final int MOST = 25;

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "follow-up", "when a mention is needed", "mention", "thread", "always"),
                    new Rule("who", "who is answered", "everyone", "members"),
                    new Rule("outsiders", "people without a role", "answer", "members", "silent"),
                    new Rule("model", "the largest model", "any"),
                    new Rule("person", "answers per person and hour", "5", "10", "30", "unlimited"),
                    new Rule("hour", "answers per hour", "20", "60", "200", "unlimited"),
                    new Rule("limit", "what happens at a limit", "refuse", "wait"),
                    new Rule("answers", "whether I answer at all", "on", "off"),
                    new Rule("notices", "a line when something is changed", "on", "off"),
                    new Rule("approval", "whether changes need a second admin", "on", "off"),
                    new Rule("keep", "for how many days things are kept", "30", "90", "forever"));

    private RuleChoices() {}

    /**
     * @param name as the core has it
     * @param what it is about, in a few words
     */
    record Rule(String name, String what, List<String> values) {
        Rule(String name, String what, String... values) {
            this(name, what, List.of(values));
        }

        String meaning() {
            return name + " – " + what;
        }
    }

    static List<Rule> rules() {
        return RULES;
    }

    /**
     * The values that begin as was typed.
     *
     * @param rule the chosen one; nothing is proposed for another
     */
    static List<Choice> values(String rule, String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(one -> one.name().equals(rule))
                .flatMap(one -> Stream.concat(one.values().stream(), Stream.of(RESET)))
                .filter(value -> value.startsWith(words))
                .limit(MOST)
                .map(value -> new Choice(value, value))
                .toList();
    }
}
