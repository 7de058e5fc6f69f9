package parley.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.chat.Membership;

/** Reads and writes the values of rules; pure. */
public final class RuleValues {
    static final int MOST_ANSWERS = 10_000;
    static final int MOST_DAYS = 3_650;

    /** Longer words are no name of anything. */
    private static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,']{0,6}");
    private static final Pattern DAYS = Pattern.compile("(\\S+?) ?(?:d|days?)?");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]*");
    private static final Pattern GROUP = Pattern.compile("group:(\\S+) (.+)");

    private RuleValues() {}

    /** What people typed behind the rule, in their spelling. */
    public static RuleReading read(Rule rule, String typed) {
        String words = typed.strip();
        String fixed = words.toLowerCase(Locale.ROOT);
        if (rule.fixed().contains(fixed)) {
            return new RuleReading.Value(fixed);
        }
        boolean bounded = !words.isEmpty() && words.length() <= LONGEST;
        return switch (rule) {
            case PERSON, HOUR -> number(words, MOST_ANSWERS, rule);
            case KEEP -> {
                Matcher days = DAYS.matcher(fixed);
                yield number(days.matches() ? days.group(1) : words, MOST_DAYS, rule);
            }
            case MODEL ->
                    bounded && MODEL.matcher(words).matches()
                            ? new RuleReading.Value(words)
                            : unclear(rule);
            case WHO -> bounded ? new RuleReading.Group(words) : unclear(rule);
            case FOLLOW_UP, OUTSIDERS, LIMIT, ANSWERS, NOTICES, APPROVAL -> unclear(rule);
        };
    }

    private static RuleReading number(String words, int most, Rule rule) {
        if (!NUMBER.matcher(words).matches()) {
            return unclear(rule);
        }
        int number = Integer.parseInt(words.replaceAll("[,']", ""));
        return number >= 1 && number <= most
                ? new RuleReading.Value(String.valueOf(number))
                : unclear(rule);
    }

    private static RuleReading unclear(Rule rule) {
        return new RuleReading.Unclear(wanted(rule));
    }

    /** What the rule takes, as a sentence says it. */
    public static String wanted(Rule rule) {
        return switch (rule) {
            case PERSON, HOUR -> "a number from 1 to %,d or unlimited".formatted(MOST_ANSWERS);
            case KEEP -> "a number of days from 1 to %,d or forever".formatted(MOST_DAYS);
            case MODEL -> "the name of a model or any";
            case WHO -> "everyone, members or the name of a group";
            case FOLLOW_UP, OUTSIDERS, LIMIT, ANSWERS, NOTICES, APPROVAL -> list(rule.fixed());
        };
    }

    private static String list(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** That group as a value of {@link Rule#WHO}. */
    public static String group(Membership.Group group) {
        String name = group.name().replaceAll("[\\p{Cntrl}\\s`]+", " ").strip();
        return "group:" + group.id() + " " + (name.isEmpty() ? group.id() : name);
    }

    /** The group of a value; empty where it is a word. */
    static ChannelRules.Who who(String value) {
        Matcher group = GROUP.matcher(value);
        return group.matches()
                ? new ChannelRules.Who.Group(new Membership.Group(group.group(1), group.group(2)))
                : value.equals("members")
                        ? new ChannelRules.Who.Members()
                        : new ChannelRules.Who.Everyone();
    }

    /** A stored value as people read it. */
    public static String shown(Rule rule, String value) {
        return switch (rule) {
            case WHO ->
                    who(value) instanceof ChannelRules.Who.Group(Membership.Group group)
                            ? group.name()
                            : value;
            case PERSON, HOUR -> isNumber(value) ? "%,d".formatted(Integer.parseInt(value)) : value;
            case KEEP -> isNumber(value) ? days(Integer.parseInt(value)) : value;
            case MODEL, FOLLOW_UP, OUTSIDERS, LIMIT, ANSWERS, NOTICES, APPROVAL -> value;
        };
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : "%,d days".formatted(days);
    }

    /** Whether the value is one that this version of the program writes. */
    static boolean isValid(Rule rule, String value) {
        return GROUP.matcher(value).matches()
                ? rule == Rule.WHO
                : read(rule, value).equals(new RuleReading.Value(value));
    }
}
